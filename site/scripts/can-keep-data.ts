/** Whether the browser keeps data for this page: some refuse it in private windows or where cookies are blocked. */
export function canKeepData(): Promise<boolean> {
  const name = 'groundswell-demo-probe';
  return new Promise((settle) => {
    try {
      const request = indexedDB.open(name);
      request.addEventListener('error', () => settle(false));
      request.addEventListener('success', () => {
        request.result.close();
        indexedDB.deleteDatabase(name);
        settle(true);
      });
    } catch {
      settle(false);
    }
  });
}
