import { Command } from 'commander';
import { withDataFlag, settingsOrFault } from '../command-settings.ts';
import { startServer } from '../start-server.ts';

/** `doorplate serve`: the product itself; ends on SIGINT or SIGTERM after everything taken is safe. */
export function serveCommand(): Command {
  return withDataFlag(new Command('serve'))
    .description('serve tracking, dashboard and API')
    .option('--host <address>', 'address to listen on (default: DOORPLATE_HOST or 127.0.0.1)')
    .option('--port <number>', 'port to listen on (default: DOORPLATE_PORT or 8080)')
    .action(async (flags: { data?: string; host?: string; port?: string }) => {
      const server = await startServer(settingsOrFault(flags));
      const stop = (): void => {
        // How it ended, `stopped` tells.
        server.stop().catch(() => {});
      };
      process.once('SIGINT', stop);
      process.once('SIGTERM', stop);
      await server.stopped;
    });
}
