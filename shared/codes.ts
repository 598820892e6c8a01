import * as v from 'valibot';

/** A code table: code → Chinese name, in the order it is offered. */
export type CodeTable = Readonly<Record<string, string>>;

/** What a code stands for; one that the table does not have stands for itself. */
export const nameOf = (table: CodeTable, code: string): string => table[code] ?? code;

/** A schema that accepts the codes of a table. */
export function codeOf<const T extends CodeTable>(table: T) {
  return v.picklist(Object.keys(table) as [keyof T & string, ...(keyof T & string)[]], 'CHOICE');
}

/** Sex, GB/T 2261.1-2003, as an ID number says it. */
export const sexes = { '1': '男', '2': '女' } as const;

/** Ethnic groups, GB/T 3304-1991: code → name. */
export const ethnicities = {
  '01': '汉族',
  '02': '蒙古族',
  '03': '回族',
  '04': '藏族',
  '05': '维吾尔族',
  '06': '苗族',
  '07': '彝族',
  '08': '壮族',
  '09': '布依族',
  '10': '朝鲜族',
  '11': '满族',
  '12': '侗族',
  '13': '瑶族',
  '14': '白族',
  '15': '土家族',
  '16': '哈尼族',
  '17': '哈萨克族',
  '18': '傣族',
  '19': '黎族',
  '20': '傈僳族',
  '21': '佤族',
  '22': '畲族',
  '23': '高山族',
  '24': '拉祜族',
  '25': '水族',
  '26': '东乡族',
  '27': '纳西族',
  '28': '景颇族',
  '29': '柯尔克孜族',
  '30': '土族',
  '31': '达斡尔族',
  '32': '仫佬族',
  '33': '羌族',
  '34': '布朗族',
  '35': '撒拉族',
  '36': '毛南族',
  '37': '仡佬族',
  '38': '锡伯族',
  '39': '阿昌族',
  '40': '普米族',
  '41': '塔吉克族',
  '42': '怒族',
  '43': '乌孜别克族',
  '44': '俄罗斯族',
  '45': '鄂温克族',
  '46': '德昂族',
  '47': '保安族',
  '48': '裕固族',
  '49': '京族',
  '50': '塔塔尔族',
  '51': '独龙族',
  '52': '鄂伦春族',
  '53': '赫哲族',
  '54': '门巴族',
  '55': '珞巴族',
  '56': '基诺族',
} as const;

/** Education, GB/T 4658-2006 two-digit classes, the ones people choose from. */
export const educations = {
  '70': '初中及以下',
  '60': '高中',
  '40': '中专/技校',
  '30': '大专',
  '20': '本科',
  '10': '研究生',
} as const;

/** Political status, GB/T 4762-1984. */
export const politicalStatuses = {
  '13': '群众',
  '03': '共青团员',
  '01': '中共党员',
  '02': '预备党员',
  '12': '无党派人士',
  '04': '民革党员',
  '05': '民盟盟员',
  '06': '民建会员',
  '07': '民进会员',
  '08': '农工党党员',
  '09': '致公党党员',
  '10': '九三学社社员',
  '11': '台盟盟员',
} as const;

/**
 * Occupation groups. `eight2018` marks the eight groups named in 2018 (八大群体), `new2021` the new
 * employment forms of 2021; the two views differ in ride-hailing drivers among others.
 */
export const occupationGroups = {
  courier: { name: '快递员', eight2018: true, new2021: true },
  foodRider: { name: '外卖员', eight2018: true, new2021: true },
  rideHailing: { name: '网约车司机', eight2018: false, new2021: true },
  truckDriver: { name: '货车司机', eight2018: true, new2021: true },
  domesticWorker: { name: '家政服务员', eight2018: true, new2021: false },
  carer: { name: '护工护理员', eight2018: true, new2021: false },
  marketInformation: { name: '商场信息员', eight2018: true, new2021: false },
  estateAgency: { name: '房产中介员', eight2018: true, new2021: false },
  guard: { name: '保安员', eight2018: true, new2021: false },
} as const;

export type Occupation = keyof typeof occupationGroups;
export const Occupation = v.picklist(
  Object.keys(occupationGroups) as [Occupation, ...Occupation[]],
  'CHOICE',
);

/** First two digits of a division code, GB/T 2260: the provinces and their equals. */
export const provinces: CodeTable = {
  '11': '北京',
  '12': '天津',
  '13': '河北',
  '14': '山西',
  '15': '内蒙古',
  '21': '辽宁',
  '22': '吉林',
  '23': '黑龙江',
  '31': '上海',
  '32': '江苏',
  '33': '浙江',
  '34': '安徽',
  '35': '福建',
  '36': '江西',
  '37': '山东',
  '41': '河南',
  '42': '湖北',
  '43': '湖南',
  '44': '广东',
  '45': '广西',
  '46': '海南',
  '50': '重庆',
  '51': '四川',
  '52': '贵州',
  '53': '云南',
  '54': '西藏',
  '61': '陕西',
  '62': '甘肃',
  '63': '青海',
  '64': '宁夏',
  '65': '新疆',
  '71': '台湾',
  '81': '香港',
  '82': '澳门',
  '83': '台湾',
};
