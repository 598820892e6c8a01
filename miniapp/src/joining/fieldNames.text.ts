import type { MendableField } from '@niangjia/shared/joining/form';

/** The fields of the form, by the names they have everywhere. */
export const fieldNames: Readonly<Record<MendableField, string>> = {
  name: '姓名',
  idNumber: '身份证号',
  phone: '手机号',
  ethnicity: '民族',
  education: '学历',
  political: '政治面貌',
  employment: '工作信息',
};
