// The load generator, a process of its own: node:net, kept-alive connections, one request at a time on each.
// Messages in: { port, requests (whole HTTP requests, base64), connections, seconds, ratePerSecond (null: closed loop) }.
// Message out: { accepted, refused, other, unanswered, seconds, cpuMs, latenciesMs: { p50, p99, p999, longest } };
// seconds and cpuMs (of this process) without the connecting and the draining.
//
// In the open loop a request has a time at which it should have been sent; its latency counts from there, so that a
// server that stalls cannot hide the requests that waited for a free connection.
import { connect } from 'node:net';

const STATUS_AT = 'HTTP/1.1 '.length;

process.on('message', async (order) => {
  process.send(await measure(order));
});

async function measure({ port, requests, connections, seconds, ratePerSecond }) {
  const payloads = requests.map((text) => Buffer.from(text, 'base64'));
  const most = Math.ceil(seconds * (ratePerSecond ?? 400_000));
  const latencies = new Float32Array(most);
  const outcome = { accepted: 0, refused: 0, other: 0 };
  const count = { sent: 0, answered: 0 };
  let stopping = false;

  const idle = [];
  const waiting = [];
  const sockets = await Promise.all(Array.from({ length: connections }, () => open(port)));
  const cpuBefore = process.cpuUsage();
  const started = performance.now();

  function send(socket, dueAt) {
    socket.dueAt = dueAt;
    socket.write(payloads[count.sent % payloads.length]);
    count.sent += 1;
  }

  for (const socket of sockets) {
    socket.on('data', (bytes) => {
      const now = performance.now();
      // Answers of both servers fit one segment: status line, headers, no body.
      const status = String.fromCharCode(bytes[STATUS_AT], bytes[STATUS_AT + 1], bytes[STATUS_AT + 2]);
      if (status === '202') outcome.accepted += 1;
      else if (status === '503') outcome.refused += 1;
      else outcome.other += 1;
      if (count.answered < most) latencies[count.answered] = now - socket.dueAt;
      count.answered += 1;
      if (ratePerSecond === null) {
        if (!stopping) send(socket, now);
      } else if (waiting.length > 0) send(socket, waiting.shift());
      else idle.push(socket);
    });
  }

  if (ratePerSecond === null) {
    for (const socket of sockets) send(socket, performance.now());
    await new Promise((resolve) => setTimeout(resolve, seconds * 1000));
    stopping = true;
  } else {
    idle.push(...sockets);
    await sendAtRate();
  }
  const elapsed = (performance.now() - started) / 1000;
  const cpu = process.cpuUsage(cpuBefore);
  await drain();
  for (const socket of sockets) socket.destroy();

  /** Looks at the clock in every turn of the loop: timers of a millisecond would send in bursts of ten. */
  function sendAtRate() {
    return new Promise((resolve) => {
      let due = 0;
      const turn = () => {
        const now = performance.now();
        const shouldBe = Math.min(most, Math.floor(((now - started) / 1000) * ratePerSecond));
        for (; due < shouldBe; due += 1) {
          const dueAt = started + ((due + 1) / ratePerSecond) * 1000;
          const socket = idle.pop();
          if (socket === undefined) waiting.push(dueAt);
          else send(socket, dueAt);
        }
        if (due >= most) resolve();
        else setImmediate(turn);
      };
      turn();
    });
  }

  async function drain() {
    const until = performance.now() + 2_000;
    while (count.answered < count.sent && performance.now() < until)
      await new Promise((resolve) => setTimeout(resolve, 5));
  }

  const sorted = latencies.subarray(0, Math.min(count.answered, most)).sort();
  const at = (share) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))];
  return {
    ...outcome,
    unanswered: count.sent - count.answered,
    seconds: elapsed,
    cpuMs: (cpu.user + cpu.system) / 1000,
    latenciesMs: { p50: at(0.5), p99: at(0.99), p999: at(0.999), longest: at(1) },
  };
}

function open(port) {
  return new Promise((resolve, reject) => {
    const socket = connect({ port, host: '127.0.0.1', noDelay: true }, () => resolve(socket));
    socket.once('error', reject);
  });
}
