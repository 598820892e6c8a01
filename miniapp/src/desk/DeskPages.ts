import { createContext } from 'react';
import type { DeskPage } from './duty.ts';

/** The pages of the side bar whoever is signed in may work on. */
export const DeskPages = createContext<readonly DeskPage[]>([]);
