/** A real mail server on loopback, as kind or unkind as a test wants. */
import { text } from "node:stream/consumers";
import { SMTPServer, type SMTPServerOptions, type SMTPServerSession } from "smtp-server";
import { onTestFinished } from "vitest";
import type { SmtpConfig } from "../src/config/config.ts";

export interface TestMailServer {
  readonly smtp: SmtpConfig;
  /** What it accepted, as it came. */
  readonly mails: readonly { readonly to: string; readonly content: string }[];
  /** Connections so far. */
  connections(): number;
}

export interface MailServerManners {
  /** Called once the whole message is there, before it is accepted. What it throws is the server's reply. */
  readonly afterData?: (connection: number, drop: () => void) => Promise<void> | void;
  readonly atRecipient?: (connection: number) => void;
  /** Lets the connection be made and then says nothing. */
  readonly silent?: boolean;
  readonly options?: SMTPServerOptions;
}

/** Reply of the server with this status. */
export function reply(status: number, message: string): Error {
  return Object.assign(new Error(message), { responseCode: status });
}

export async function testMailServer(manners: MailServerManners = {}): Promise<TestMailServer> {
  const mails: { to: string; content: string }[] = [];
  let connections = 0;
  const server: SMTPServer = new SMTPServer({
    authOptional: true,
    disabledCommands: ["STARTTLS"],
    closeTimeout: 50,
    onConnect: (_session, done) => {
      connections += 1;
      if (manners.silent !== true) done();
    },
    onRcptTo: (_address, _session, done) => {
      done(thrownBy(() => manners.atRecipient?.(connections)));
    },
    onData: (stream, session, done) => {
      const finish = async () => {
        const content = await text(stream);
        await manners.afterData?.(connections, () => dropConnection(server, session));
        mails.push({ to: session.envelope.rcptTo[0]?.address ?? "", content });
      };
      finish().then(() => done(), done);
    },
    ...manners.options,
  });
  server.on("error", () => {});
  const { promise: listening, resolve } = Promise.withResolvers<void>();
  server.listen(0, "127.0.0.1", resolve);
  await listening;
  onTestFinished(() => new Promise<void>((closed) => server.close(closed)));
  const address = server.server.address();
  if (address === null || typeof address === "string") throw new Error("not listening");
  return {
    smtp: { url: `smtp://127.0.0.1:${address.port}`, from: "满意 <no-reply@example.cn>" },
    mails,
    connections: () => connections,
  };
}

function dropConnection(server: SMTPServer, session: SMTPServerSession): void {
  for (const connection of server.connections) {
    // The connection knows its session; the types do not say so.
    const { id, _socket } = connection as unknown as { id: string; _socket: { destroy(): void } };
    if (id === session.id) _socket.destroy();
  }
}

function thrownBy(run: () => void): Error | undefined {
  try {
    run();
    return undefined;
  } catch (cause) {
    return cause instanceof Error ? cause : new Error(String(cause));
  }
}
