import { defineConfig } from 'vite';

export default defineConfig({
  resolve: { conditions: ['@groundswell/source', 'module', 'browser', 'development|production'] },
  build: { target: 'es2022', chunkSizeWarningLimit: 2000 },
});
