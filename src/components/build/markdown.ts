import type MarkdownIt from "markdown-it";
export function liveElements(md: MarkdownIt): MarkdownIt { 
  md.inline.ruler.before("text", "live-number", (state, silent) => { if (state.src[state.pos]!=="{") return false; const m=/^\{([a-z]+)\}/.exec(state.src.slice(state.pos)); if(!m) return false; if(!silent){const t=state.push("html_inline","",0); t.content=`<b>${m[1]}!</b>`;} state.pos+=m[0].length; return true;});
  return md; }
