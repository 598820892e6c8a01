import { crashMatrix, inThatWorld } from './crash/matrix.ts';
import { clubNames } from './crash/scenarios.ts';

inThatWorld();
crashMatrix(clubNames);
