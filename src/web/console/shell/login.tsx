import { Button, PasswordInput, TextInput } from "@mantine/core";
import { useState, type FormEvent } from "react";
import { ApiProblem } from "../api/client.ts";
import { useLogin } from "../api/writes.ts";
import { Face } from "../parts/face.tsx";
import { Refused } from "../parts/states.tsx";

/** Stands in place of any page while nobody is logged in; the address stays, so that one gets where one wanted. */
export function Login() {
  const [email, setEmail] = useState("");
  const [password, setPassword] = useState("");
  const login = useLogin();

  async function submit(event: FormEvent) {
    event.preventDefault();
    // the refusal is shown from `login.error`
    await login.run({ email: email.trim(), password }).catch(() => setPassword(""));
  }

  return (
    <main className="login">
      <title>Log in · Standin</title>
      <form className="login-card" onSubmit={(event) => void submit(event)}>
        <Face size={64} state={login.busy ? "thinking" : login.error ? "sorry" : "neutral"} />
        <h1>Standin console</h1>
        <p className="quiet">For the people behind the avatar.</p>
        <TextInput
          label="E-mail"
          type="email"
          name="email"
          autoComplete="username"
          required
          withAsterisk={false}
          value={email}
          onChange={(event) => setEmail(event.currentTarget.value)}
          autoFocus
        />
        <PasswordInput
          label="Password"
          name="password"
          autoComplete="current-password"
          required
          withAsterisk={false}
          value={password}
          onChange={(event) => setPassword(event.currentTarget.value)}
        />
        <Refused error={inLoginWords(login.error)} />
        <Button type="submit" size="sm" fullWidth loading={login.busy}>
          Log in
        </Button>
        <p className="quiet small">The first owner’s login was printed in the terminal when Standin started for the first time.</p>
      </form>
    </main>
  );
}

function inLoginWords(error: Error | null): Error | null {
  if (!(error instanceof ApiProblem)) return error;
  // which of the two is wrong stays open, on purpose
  if (error.status === 401) return new ApiProblem(401, error.code, "This e-mail and password do not belong together. Please try again.");
  return error;
}
