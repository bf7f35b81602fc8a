/** Screens of the telephone's menu: versions, the draft under way, its drawing and recordings, and where calls leave it. */
package mx.gob.edomex.catgem.web.callmenu;
