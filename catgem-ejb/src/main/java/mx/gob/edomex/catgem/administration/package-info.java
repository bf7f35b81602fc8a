/** Who works here and with what catalogue: accounts, roles, skills, passwords and the centre's lists, each change on record. */
package mx.gob.edomex.catgem.administration;
