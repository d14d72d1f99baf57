/** Words of the form that makes a teacher's links, which only the build writes. */
export const lessonLinkBuilt = {
  page: "Page",
  state: "Its address as you have set it, if it should not begin as usual",
  controls: (page: string) => `Controls of “${page}”`,
  control: "Control",
  lock: "Lock",
  hide: "Hide",
  lockOne: (label: string) => `Lock: ${label}`,
  hideOne: (label: string) => `Hide: ${label}`,
  all: "All of them",
  none: "This page has no controls of its own.",
  close: "Keep hints, solutions and predicted answers closed",
  link: "The link",
  copy: "Copy the link",
  open: "Open it",
  withoutScript: "With JavaScript, a form stands here that makes such links.",
};
