export const en = {
  building: () => "Building the console and the questionnaire pages …",
  notBuilt: () => "The pages could not be built; the lines above say why. Nothing was started.",
};
