import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import "./style/mantine.css";
import "./style/theme.css";
import "./style/shell.css";
import "./style/parts.css";
import "./style/queue.css";
import "./style/conversation.css";
import "./style/customers.css";
import "./style/alerts.css";
import "./style/no-claims.css";
import "./style/campaigns.css";
import "./style/fairness.css";
import { App } from "./app.tsx";

const root = document.getElementById("root");
if (root === null) throw new Error("index.html has lost its #root");
createRoot(root).render(
  <StrictMode>
    <App />
  </StrictMode>,
);
