/** The screens of who leads the centre: dashboard, figures and what is behind them, notices, rules, recounts. */
package mx.gob.edomex.catgem.web.board;
