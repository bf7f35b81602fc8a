/** Blows on a centre at work, with witnesses, three verdicts and a control that must fail. */
package mx.gob.edomex.catgem.tests.storm;
