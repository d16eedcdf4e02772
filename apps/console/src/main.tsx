import "./styles/tokens.css";
import "./styles/base.css";
import "./styles/controls.css";
import "./styles/overlays.css";
import "./styles/tables.css";
import "./shell/shell.css";
import { QueryClientProvider } from "@tanstack/react-query";
import { RouterProvider } from "@tanstack/react-router";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { consoleQueryClient } from "./app/query-client.ts";
import { router } from "./app/router.tsx";

const place = document.getElementById("console");
if (place === null) throw new Error("index.html has no place for the console");
createRoot(place).render(
  <StrictMode>
    <QueryClientProvider client={consoleQueryClient()}>
      <RouterProvider router={router} />
    </QueryClientProvider>
  </StrictMode>,
);
