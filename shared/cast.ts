/**
 * The named people and places of the tests and of the demo. Nobody here is real: the ID numbers are
 * made from a division, a birth date and a sequence, with the check character worked out.
 */
import { checkCharacter } from './joining/idNumber.ts';
import type { Role } from './roles.ts';

/** A node of the org tree as the seed lays it down. */
export interface CastOrg {
  readonly id: string;
  readonly path: string;
  readonly name: string;
  readonly division: string;
  readonly kind: 'city' | 'district' | 'street' | 'joint' | 'basic';
}

export const orgs = {
  city: { id: 'o8w0t4TBAFsCwPbFF1NxJg', path: '/1/', name: '北京市总工会', division: '110000', kind: 'city' },
  xicheng: {
    id: 'tOsYSUNCI21Tns7WXgJv2w',
    path: '/1/1/',
    name: '西城区总工会',
    division: '110102',
    kind: 'district',
  },
  xinjiekou: {
    id: 'Da2sircAW_Pg1nuwT-zn3A',
    path: '/1/1/1/',
    name: '新街口街道总工会',
    division: '110102',
    kind: 'street',
  },
  xinjiekouJoint: {
    id: 'KaKs8ZD4FA2RMjTSS_oGww',
    path: '/1/1/1/1/',
    name: '新街口街道新就业形态联合工会',
    division: '110102',
    kind: 'joint',
  },
  shunda: {
    id: 'BkvMWQWgAF83kjXTPWDi7Q',
    path: '/1/1/1/2/',
    name: '顺达快递西城公司工会',
    division: '110102',
    kind: 'basic',
  },
  haidian: {
    id: 'VELm4bX3cxmAj4Kh5LCRcQ',
    path: '/1/2/',
    name: '海淀区总工会',
    division: '110108',
    kind: 'district',
  },
  zhongguancun: {
    id: 'M__lU8urHTM9nAQu_NZLBw',
    path: '/1/2/1/',
    name: '中关村街道总工会',
    division: '110108',
    kind: 'street',
  },
  zhongguancunJoint: {
    id: 'qGt3thS9i1OA4sREe1ozow',
    path: '/1/2/1/1/',
    name: '中关村街道新就业形态联合工会',
    division: '110108',
    kind: 'joint',
  },
  jinggui: {
    id: 'N4wAje63AlU9mkiNRV1Zag',
    path: '/1/3/',
    name: '京轨装备集团工会',
    division: '110106',
    kind: 'basic',
  },
} as const satisfies Record<string, CastOrg>;

/** Makes a well-formed ID number: division, birth date `YYYYMMDD`, 3-digit sequence (odd male, even female). */
export function madeIdNumber(division: string, birth: string, sequence: number): string {
  const first17 = `${division}${birth}${String(sequence).padStart(3, '0')}`;
  return first17 + checkCharacter(first17);
}

export interface CastPerson {
  readonly name: string;
  readonly idNumber: string;
  readonly phone: string;
  /** One line for whoever picks a person to act as. */
  readonly part: string;
}

export const workers = {
  wangfang: {
    name: '王芳',
    idNumber: madeIdNumber('110102', '19910302', 124),
    phone: '13800005678',
    part: '快递员，来沟通会入会',
  },
  liuyang: {
    name: '刘洋',
    idNumber: madeIdNumber('130681', '19950817', 331),
    phone: '13900001187',
    part: '外卖员，证件号会被退回修改',
  },
  chenjing: {
    name: '陈静',
    idNumber: madeIdNumber('510104', '19881122', 448),
    phone: '13700002244',
    part: '网约车司机，在线申请',
  },
  zhangwei: {
    name: '张伟',
    idNumber: madeIdNumber('370102', '19790505', 571),
    phone: '13600003355',
    part: '货车司机',
  },
  zhaomin: {
    name: '赵敏敏',
    idNumber: madeIdNumber('420106', '20000229', 262),
    phone: '13500004466',
    part: '家政服务员',
  },
  ouyang: {
    name: '欧阳建国',
    idNumber: madeIdNumber('320505', '19661001', 713),
    phone: '13400005577',
    part: '保安员，喜欢大字',
  },
  heping: {
    name: '何平',
    idNumber: madeIdNumber('110105', '19870707', 411),
    phone: '13300006688',
    part: '护工护理员',
  },
  songguilan: {
    name: '宋桂兰',
    idNumber: madeIdNumber('130681', '19660817', 742),
    phone: '13200007799',
    part: '家政服务员，没有手机，工作人员帮着入会；这是她后来的手机',
  },
  linxiu: {
    name: '林秀',
    idNumber: madeIdNumber('330106', '19920415', 526),
    phone: '13200007788',
    part: '会员，订了乒乓球台，带乒乓球小组',
  },
  liuyu: {
    name: '柳雨',
    idNumber: madeIdNumber('350203', '19900611', 468),
    phone: '13100009911',
    part: '会员，喜阅社负责人',
  },
  hanlei: {
    name: '韩磊',
    idNumber: madeIdNumber('410105', '19890923', 637),
    phone: '13100008800',
    part: '会员，两次订了没来，暂时不能订，申诉了',
  },
} as const satisfies Record<string, CastPerson>;

export interface CastStaff extends CastPerson {
  readonly org: keyof typeof orgs;
  readonly roles: readonly Role[];
}

export const staff = {
  limin: {
    name: '李敏',
    idNumber: madeIdNumber('110102', '19850610', 128),
    phone: '13811110001',
    part: '新街口联合工会 审核',
    org: 'xinjiekouJoint',
    roles: ['reviewer'],
  },
  zhaoqiang: {
    name: '赵强',
    idNumber: madeIdNumber('110102', '19820914', 215),
    phone: '13811110002',
    part: '新街口联合工会 审核',
    org: 'xinjiekouJoint',
    roles: ['reviewer'],
  },
  zhouyun: {
    name: '周芸',
    idNumber: madeIdNumber('110102', '19780126', 346),
    phone: '13811110003',
    part: '西城区总工会 审核',
    org: 'xicheng',
    roles: ['reviewer'],
  },
  wugang: {
    name: '吴刚',
    idNumber: madeIdNumber('110108', '19800707', 417),
    phone: '13811110004',
    part: '中关村联合工会 审核',
    org: 'zhongguancunJoint',
    roles: ['reviewer'],
  },
  sunjing: {
    name: '孙敬',
    idNumber: madeIdNumber('110105', '19760303', 519),
    phone: '13811110005',
    part: '市总工会 审计',
    org: 'city',
    roles: ['auditor'],
  },
  qianli: {
    name: '钱莉',
    idNumber: madeIdNumber('110102', '19930818', 622),
    phone: '13811110006',
    part: '银行柜员',
    org: 'xinjiekouJoint',
    roles: ['bankClerk'],
  },
  luxin: {
    name: '陆欣',
    idNumber: madeIdNumber('110102', '19900512', 844),
    phone: '13811110008',
    part: '西城区 银行柜员',
    org: 'xicheng',
    roles: ['bankClerk'],
  },
  heyan: {
    name: '何燕',
    idNumber: madeIdNumber('110108', '19790911', 926),
    phone: '13811110009',
    part: '海淀区总工会 审计',
    org: 'haidian',
    roles: ['auditor'],
  },
  tianyu: {
    name: '田玉',
    idNumber: madeIdNumber('110102', '19880316', 668),
    phone: '13811110010',
    part: '新街口职工之家 场馆管理',
    org: 'xinjiekouJoint',
    roles: ['venueKeeper'],
  },
  fangling: {
    name: '方玲',
    idNumber: madeIdNumber('110102', '19860228', 784),
    phone: '13811110011',
    part: '新街口街道 社团审核',
    org: 'xinjiekou',
    roles: ['clubReviewer'],
  },
  guohao: {
    name: '郭浩',
    idNumber: madeIdNumber('110102', '19831105', 851),
    phone: '13811110012',
    part: '新街口街道 社团审核，第二位',
    org: 'xinjiekou',
    roles: ['clubReviewer'],
  },
  majun: {
    name: '马骏',
    idNumber: madeIdNumber('110102', '19770808', 993),
    phone: '13811110013',
    part: '西城区总工会 财务',
    org: 'xicheng',
    roles: ['finance'],
  },
  chenlu: {
    name: '陈璐',
    idNumber: madeIdNumber('110101', '19810317', 162),
    phone: '13811110014',
    part: '市总工会 社团审核',
    org: 'city',
    roles: ['clubReviewer'],
  },
  zhenghua: {
    name: '郑华',
    idNumber: madeIdNumber('110101', '19740421', 733),
    phone: '13811110007',
    part: '市总工会 管理员',
    org: 'city',
    roles: ['admin'],
  },
} as const satisfies Record<string, CastStaff>;

/** Everybody, by the name used in the login code `demo-<name>`. */
export const cast = { ...workers, ...staff } as const;
export type CastName = keyof typeof cast;
