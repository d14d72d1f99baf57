/** Text as it may stand in HTML, between tags and inside quoted attributes. */
export function escapeHtml(text: string): string {
  return text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;");
}

/** In Markdown a word in braces is a live number; TeX and code keep their braces by this. */
export function escapeBraces(html: string): string {
  return html.replaceAll("{", "&#123;").replaceAll("}", "&#125;");
}
