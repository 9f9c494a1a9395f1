// What interrupts somebody who has just done something that counts. Each gets a visit and a seeded random function, presses
// the button, gets in the way at a random point, and answers how often the button was pressed.

const pause = (milliseconds) => new Promise((settle) => setTimeout(settle, milliseconds));
const pick = (random, choices) => choices[Math.floor(random() * choices.length)];

function gate() {
  let open;
  const opened = new Promise((settle) => (open = settle));
  return { open, opened };
}

/** The device has no network when the button is pressed, and gets it back a little later. */
async function offlineBefore(visit, random) {
  await visit.tab.setOfflineMode(true);
  await visit.press();
  await pause(random() * 200);
  await visit.tab.setOfflineMode(false);
  return 1;
}

/** The connection breaks once or several times: before the server has accepted, after that, or in the middle of the answer. */
async function connectionCut(visit, random) {
  let left = 1 + Math.floor(random() * 4);
  visit.onSend = async (exchange) => {
    if (left-- <= 0) return exchange.reply();
    const where = pick(random, ['before', 'after', 'in the middle']);
    if (where !== 'before') await exchange.accept();
    return where === 'in the middle' ? exchange.replyHalf() : exchange.cut();
  };
  await visit.press();
  return 1;
}

/**
 * The server holds the first request, before or after it has accepted, while the page goes away and comes back. The request
 * is on its way by then: of a page that goes away within some 5 ms after the press, nothing may be left on the device, and
 * nothing has been said to the person either.
 */
async function leaveMeanwhile(visit, random, leave) {
  const [arrived, released] = [gate(), gate()];
  const isAccepted = random() < 0.5;
  let isFirst = true;
  visit.onSend = async (exchange) => {
    if (!isFirst) return exchange.reply();
    isFirst = false;
    if (isAccepted) await exchange.accept();
    arrived.open();
    await released.opened;
    // What was on its way lands all the same, perhaps together with what the next page sends.
    return exchange.reply();
  };
  await visit.press();
  await arrived.opened;
  await pause(random() * 40);
  setTimeout(released.open, random() * 600);
  await leave();
  return 1;
}

const reload = (visit, random) => leaveMeanwhile(visit, random, () => visit.tab.reload());

const closedTab = (visit, random) =>
  leaveMeanwhile(visit, random, async () => {
    await visit.tab.close();
    await visit.open();
  });

/** The server is away while somebody presses in one tab, or in both; then both tabs notice at once that it is back. */
async function twoTabs(visit, random) {
  const first = visit.tab;
  await visit.open();
  await visit.begin();
  visit.onSend = async (exchange) => exchange.cut();
  const pressed = random() < 0.5 ? [first] : [first, visit.tab];
  for (const tab of pressed) await visit.press(tab);
  await pause(random() * 1500);
  visit.onSend = undefined;
  await Promise.all(
    [first, visit.tab].map((tab) => tab.evaluate(() => void globalThis.dispatchEvent(new Event('online')))),
  );
  return pressed.length;
}

export const interruptions = {
  'offline before': offlineBefore,
  'connection cut': connectionCut,
  reload,
  'closed tab': closedTab,
  'two tabs': twoTabs,
};
