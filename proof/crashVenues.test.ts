import { crashMatrix, inThatWorld } from './crash/matrix.ts';
import { houseNames } from './crash/scenarios.ts';

inThatWorld();
crashMatrix(houseNames);
