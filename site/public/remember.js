/* global document */
// Before the first paint: the language and the theme that were chosen last, so that nothing flashes. Not a module,
// because modules wait for the page.
(() => {
  const read = (name) => {
    try {
      return localStorage.getItem(`groundswell-demo.${name}`);
    } catch {
      return null; // storage is switched off: nothing is remembered
    }
  };
  const language = read('language');
  const theme = read('theme');
  if (language === 'en' || language === 'es') document.documentElement.lang = language;
  if (theme === 'light' || theme === 'dark') document.documentElement.classList.add(`theme-${theme}`);
  document.documentElement.classList.add('has-script');
})();
