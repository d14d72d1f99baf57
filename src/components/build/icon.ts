/**
 * The notebook's sign, a roofline: up the slope in teal, along the roof in orange. Framework decodes
 * addresses and encodes them again, which "#" does not survive.
 */
export const iconDrawing =
  '<svg xmlns="http://www.w3.org/2000/svg" width="32" height="32" viewBox="0 0 32 32" fill="none" stroke-width="5" stroke-linecap="round"><path d="M4 26 17 9" stroke="rgb(11,110,127)"/><path d="M17 9h11" stroke="rgb(191,74,18)"/></svg>';
