import type { clubs } from '@niangjia/shared/clubs/contract';
import type { clubMoney } from '@niangjia/shared/clubs/moneyContract';
import type { wall } from '@niangjia/shared/clubs/wallContract';
import type { ResponseOf } from '@niangjia/shared/contract';

/** What the API tells the pages of clubs, as their parts are given it. */
export type ClubAnswer = ResponseOf<typeof clubs.getClub>;
export type MyClub = ResponseOf<typeof clubs.listMyClubs>['clubs'][number];
export type MyActivity = ResponseOf<typeof clubs.listMyActivities>['activities'][number];
export type ActivityAnswer = ResponseOf<typeof clubs.getActivity>;
export type CheckedIn = ResponseOf<typeof clubs.checkInToActivity>;
export type ShownCode = ResponseOf<typeof clubs.showCode>;
export type Statement = ResponseOf<typeof clubMoney.getStatement>;
export type Line = Statement['lines'][number];
export type PostRow = ResponseOf<typeof wall.listPosts>['posts'][number];
export type CommentRow = ResponseOf<typeof wall.getPost>['comments'][number];
export type Stars = ResponseOf<typeof wall.getStars>;
