export const en = {
  buildingConsole: () => "Building the console …",
  consoleNotBuilt: () => "The console could not be built; the lines above say why. Nothing was started.",
};
