import {printTex, type Rewrite, type TexNode} from "./tex-tree.js";

/**
 * Cuts an equation where it may break on a narrow screen: before its equals sign, before the sign
 * of a sum or product, and after the comma in max(…, …). Each piece is TeX that can be typeset
 * alone; side by side they look like the whole.
 */
export function piecesOf(nodes: readonly TexNode[], rewrite?: Rewrite): string[] {
  const pieces = [""];
  const add = (tex: string): void => {
    pieces[pieces.length - 1] += tex;
  };
  const cut = (inside: readonly TexNode[]): void => {
    inside.forEach((node, index) => {
      if (node.kind === "operator" && node.tex === ",") {
        add(`${node.tex}\\;{}`);
        pieces.push("");
      } else if (node.kind === "operator" && index > 0) {
        // The empty group gives the sign something to stand beside, and so its space.
        pieces.push(`{}${node.tex}`);
      } else if (node.kind === "parentheses" && node.inside.some(isBreak)) {
        // \left and \right must stand in one piece, so here the size is chosen by hand.
        const size = node.inside.some(isTall) ? "bigg" : "big";
        add(`\\${size}l(`);
        cut(node.inside);
        add(`\\${size}r)`);
      } else {
        add(printTex([node], rewrite));
      }
    });
  };
  cut(nodes);
  return pieces;
}

/** The whole again: piecesOf backwards. */
export function joinPieces(pieces: readonly string[]): string {
  return pieces
    .map((piece) => piece.replace(/^\{\}(?=[=+\-\\])/, ""))
    .join("")
    .replaceAll(",\\;{}", ",")
    .replace(/\\big{1,2}l\(/g, "\\left(")
    .replace(/\\big{1,2}r\)/g, "\\right)");
}

function isBreak(node: TexNode): boolean {
  return node.kind === "operator";
}

function isTall(node: TexNode): boolean {
  if (node.kind === "fraction") return true;
  return (node.kind === "parentheses" || node.kind === "part") && node.inside.some(isTall);
}
