import { failed } from '../phone.ts';
import { network } from './network.ts';
import { people } from './people.ts';
import { photos, readFile } from './photos.ts';
import { screen } from './screen.ts';
import { storage } from './storage.ts';
import { system } from './system.ts';

const known: Record<string, unknown> = {
  ...system,
  ...storage,
  ...network,
  ...screen,
  ...people,
  ...photos,
  getFileSystemManager: () => ({ ...people.getFileSystemManager(), readFile }),
};

/** Looked for by Taro and by the bundle's own loader, whether or not they are there. */
const PROBED = ['webpackJsonp', 'cloud', 'hasOwnProperty'];

/** WeChat's API as far as the mini-program uses it; asking for anything else is a failure of the test. */
export const wx = new Proxy(known, {
  get(target, name) {
    const value = Reflect.get(target, name);
    if (value === undefined && typeof name === 'string' && !PROBED.includes(name))
      failed(`wx.${name} is not there`);
    return value;
  },
});
