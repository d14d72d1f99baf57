import type {Menu} from "../menu/menu.js";
import type {Page} from "../page/context.js";
import type {Subject} from "./dialog.js";

/** Adds to a menu what hands its figure to another page; the dialog is fetched when it is chosen. */
export function addEmbedEntry(menu: Menu, subject: () => Subject, page: Page): void {
  menu.action(page.words.take.embed, async () => {
    const {openDialog} = await import("./dialog.js");
    await openDialog(subject(), page);
  });
}
