/** What every page shares: language, appearance, who is logged in, navigation, secure headers and error pages. */
package mx.gob.edomex.catgem.web.shell;
