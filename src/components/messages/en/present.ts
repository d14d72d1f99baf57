/** Words of the presenter's mode. */
export const present = {
  back: "Back",
  next: "Next",
  reveal: "Show the answer",
  leave: "Leave",
  steps: "Steps of this chapter",
  place: (step: string, all: string) => `${step} of ${all}`,
  spoken: (step: string, all: string, words: string) => `Step ${step} of ${all}. ${words}`,
  stage: (step: string, all: string, heading: string) => `Step ${step} of ${all}: ${heading}`,
};
