import { fileURLToPath } from "node:url";
import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";

/** `npx vite apps/console` serves the sources and passes `/api` on to a server that runs already. */
// Vite reads its configuration from the default export.
export default defineConfig({
  root: fileURLToPath(new URL(".", import.meta.url)),
  plugins: [react()],
  build: {
    // What every current browser has had since 2024: `light-dark()`, `<dialog>`, popovers.
    target: ["chrome125", "safari17.5", "firefox128"],
    outDir: "dist",
    emptyOutDir: true,
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 400,
    reportCompressedSize: false,
  },
  server: { proxy: { "/api": { target: process.env.MANYI_SERVER ?? "http://127.0.0.1:8080", changeOrigin: false } } },
});
