// SPDX-License-Identifier: Apache-2.0
#include "simulation/names.h"

#include <algorithm>
#include <array>
#include <span>

#include "base/text.h"

namespace credence::simulation {
namespace {

using std::string_view;
using enum Sector;

constexpr string_view brand_characters =
    "鑫华泰盛宏达信诚德福源恒润丰瑞祥兴隆昌顺安康宁和嘉美佳博远志创新中天海山河岳泉明光辉耀星晨东方"
    "正大成金银玉宝聚汇通利益万百千亿永久长荣茂林森木春秋夏雨雪云风龙凤鹏鹤麒麟元亨贞吉庆喜乐同心合"
    "众"
    "齐鲁岱沂蒙沭胶莱黄渤蓝青绿红紫翔飞腾跃升捷迅锐智慧科维纳凯蒂奥迪尔斯特雅润泽沃禾谷穗田野";

constexpr std::array surnames = std::to_array<string_view>(
    {"王", "李", "张", "刘", "陈", "孙", "杨", "赵", "徐",   "于",  "马", "高", "朱",
     "吕", "郭", "宋", "韩", "周", "林", "杜", "姜", "曹",   "丁",  "董", "崔", "宫",
     "邢", "牟", "孔", "孟", "颜", "曲", "逄", "薛", "冯",   "程",  "袁", "许", "谭",
     "魏", "任", "田", "范", "石", "苏", "尹", "葛", "邵",   "庄",  "初", "兰", "仲",
     "滕", "綦", "鞠", "战", "隋", "毕", "戚", "郝", "欧阳", "诸葛"});
constexpr string_view given_characters =
    "伟芳娜敏静丽强磊军洋勇艳杰娟涛明超霞平刚桂英华玉兰红建国文斌志辉鹏飞海波丽君晓东庆云峰雪梅"
    "凯丹宁浩宇婷欣怡子涵梓轩博文昊天雨泽思远家豪立新永胜传福学礼兆光振邦祥瑞春燕秋菊守信承德";

constexpr string_view town_characters =
    "泉龙凤山河城官店集王李石柳杨槐桃梨杏沙清平安太兴永长大小南北东西金银铜铁黄白青马牛羊虎仙圣古"
    "新";
constexpr std::array village_ends =
    std::to_array<string_view>({"家庄", "家村", "庄", "家楼", "家屯", "家埠", "家疃", "家沟",
                                "家泊", "官庄", "家寨", "家洼", "家集"});

constexpr std::array industries = std::to_array<Trade>({
    {"食品", food},
    {"粮油", food},
    {"调味品", food},
    {"乳业", food},
    {"肉制品", food},
    {"水产", food},
    {"饮品", food},
    {"餐饮管理", catering},
    {"酒店管理", catering},
    {"餐饮服务", catering},
    {"商贸", retail},
    {"百货", retail},
    {"电子商务", retail},
    {"贸易", retail},
    {"进出口", retail},
    {"供应链管理", retail},
    {"医药连锁", health},
    {"汽车销售服务", retail},
    {"服装", retail},
    {"机械制造", manufacturing},
    {"机械", manufacturing},
    {"重工", manufacturing},
    {"装备", manufacturing},
    {"精密模具", manufacturing},
    {"汽车零部件", manufacturing},
    {"轴承", manufacturing},
    {"纺织", manufacturing},
    {"纸业", manufacturing},
    {"家具", manufacturing},
    {"玻璃", manufacturing},
    {"陶瓷", manufacturing},
    {"金属制品", manufacturing},
    {"包装制品", manufacturing},
    {"轮胎", chemical},
    {"化工", chemical},
    {"石化", chemical},
    {"新材料", chemical},
    {"涂料", chemical},
    {"橡塑", chemical},
    {"化肥", chemical},
    {"能源", chemical},
    {"燃气", chemical},
    {"建筑工程", construction},
    {"建设", construction},
    {"建筑安装", construction},
    {"路桥", construction},
    {"市政工程", construction},
    {"装饰工程", construction},
    {"园林绿化", construction},
    {"房地产开发", construction},
    {"建材", construction},
    {"混凝土", construction},
    {"劳务", construction},
    {"物流", transport},
    {"运输", transport},
    {"国际货运代理", transport},
    {"汽车租赁", transport},
    {"港务", transport},
    {"快递", transport},
    {"农业科技", farming},
    {"种业", farming},
    {"畜牧", farming},
    {"农业发展", farming},
    {"饲料", farming},
    {"医疗器械", health},
    {"生物制药", health},
    {"健康管理", health},
    {"教育咨询", education},
    {"教育科技", education},
    {"文化传媒", culture},
    {"旅行社", culture},
    {"影视传媒", culture},
    {"广告", culture},
    {"文化旅游", culture},
    {"企业管理咨询", services},
    {"人力资源", services},
    {"物业管理", services},
    {"家政服务", services},
    {"会计服务", services},
    {"检测技术", services},
    {"环保科技", services},
    {"信息科技", technology},
    {"网络科技", technology},
    {"软件", technology},
    {"智能科技", technology},
    {"电子", technology},
    {"数据科技", technology},
    {"光电", technology},
    {"新能源科技", technology},
});

constexpr std::array shops = std::to_array<Trade>({
    {"小吃店", catering},
    {"火锅店", catering},
    {"快餐店", catering},
    {"饭店", catering},
    {"烧烤店", catering},
    {"奶茶店", catering},
    {"早餐店", catering},
    {"羊汤馆", catering},
    {"面馆", catering},
    {"便利店", food},
    {"超市", food},
    {"烟酒经营部", food},
    {"水果店", food},
    {"蔬菜店", food},
    {"鲜肉店", food},
    {"烘焙坊", food},
    {"海鲜商行", food},
    {"服装店", retail},
    {"鞋店", retail},
    {"五金建材经营部", retail},
    {"家电经营部", retail},
    {"手机店", retail},
    {"文具店", retail},
    {"日用百货商店", retail},
    {"汽车配件商行", retail},
    {"家具店", retail},
    {"理发店", services},
    {"美容院", services},
    {"洗衣店", services},
    {"汽车维修部", services},
    {"洗车行", services},
    {"打印社", services},
    {"装饰服务部", construction},
    {"门窗加工厂", manufacturing},
    {"木器厂", manufacturing},
    {"加工坊", manufacturing},
    {"货运部", transport},
    {"运输户", transport},
    {"养殖场", farming},
    {"家庭农场", farming},
    {"农资经营部", farming},
    {"大药房", health},
    {"口腔诊所", health},
    {"网吧", culture},
    {"图文广告部", culture},
    {"电脑经营部", technology},
});

constexpr std::array crops = std::to_array<Trade>({
    {"蔬菜种植", farming},
    {"果品", farming},
    {"粮食种植", farming},
    {"生猪养殖", farming},
    {"肉鸭养殖", farming},
    {"农机服务", farming},
    {"花生", farming},
    {"苹果", farming},
    {"大樱桃", farming},
    {"大蒜", farming},
    {"茶叶", farming},
    {"中药材", farming},
    {"海产品养殖", farming},
    {"苗木", farming},
    {"葡萄", farming},
    {"食用菌", farming},
});

constexpr std::array societies = std::to_array<Trade>({
    {"养老服务中心", health},
    {"幼儿园", education},
    {"职业培训学校", education},
    {"艺术培训学校", education},
    {"社会工作服务中心", public_life},
    {"康复医院", health},
    {"体育俱乐部", culture},
    {"志愿服务中心", public_life},
    {"民办学校", education},
    {"书画院", culture},
});

constexpr std::array institutions = std::to_array<Trade>({
    {"中心小学", education},
    {"初级中学", education},
    {"实验学校", education},
    {"中心幼儿园", education},
    {"中心卫生院", health},
    {"社区卫生服务中心", health},
    {"农业综合服务中心", public_life},
    {"综合文化站", culture},
    {"水利站", public_life},
    {"便民服务中心", public_life},
    {"林业工作站", public_life},
    {"退役军人服务站", public_life},
});

constexpr Trade collective{"股份经济合作社", farming};

constexpr std::array roads = std::to_array<string_view>(
    {"解放路", "人民路", "建设路", "和平路",   "文化路", "新华路",   "泰山路",   "黄河路",
     "长江路", "北京路", "上海路", "迎宾大道", "创业路", "科技街",   "工业南路", "工业北路",
     "府前街", "东环路", "西环路", "南环路",   "北环路", "滨河路",   "滨海大道", "龙泉路",
     "凤凰路", "青年路", "胜利街", "健康街",   "向阳路", "振兴路",   "开发大街", "兴业路",
     "永安路", "昌盛街", "学院路", "站前街",   "古城路", "齐鲁大道", "鲁班路",   "孔府路"});

struct SectorScope {
  std::array<string_view, 7> general;
  std::array<string_view, 3> licensed;
};
// In the order of Sector.
constexpr std::array scopes = std::to_array<SectorScope>({
    {{"食用农产品零售", "食用农产品批发", "食品销售（仅销售预包装食品）",
      "食品互联网销售（仅销售预包装食品）", "农副产品销售", "初级农产品收购", "粮油仓储服务"},
     {"食品生产", "食品销售", "粮食加工食品生产"}},
    {{"餐饮管理", "外卖递送服务", "酒店管理", "会议及展览服务", "日用百货销售", "停车场服务",
      "食用农产品零售"},
     {"餐饮服务", "小餐饮", "住宿服务"}},
    {{"日用百货销售", "服装服饰零售", "五金产品零售", "家用电器销售", "办公用品销售",
      "互联网销售（除销售需要许可的商品）", "货物进出口"},
     {"烟草制品零售", "酒类经营", "出版物零售"}},
    {{"机械零件、零部件加工", "通用设备制造（不含特种设备制造）", "金属制品销售", "模具制造",
      "专用设备修理", "家具制造", "纸制品制造"},
     {"特种设备制造", "包装装潢印刷品印刷", "道路货物运输（不含危险货物）"}},
    {{"化工产品销售（不含许可类化工产品）", "橡胶制品制造", "合成材料销售",
      "涂料销售（不含危险化学品）", "塑料制品制造", "肥料销售", "新材料技术研发"},
     {"危险化学品经营", "危险化学品生产", "燃气经营"}},
    {{"土石方工程施工", "园林绿化工程施工", "建筑材料销售", "工程管理服务",
      "建筑工程机械与设备租赁", "水泥制品制造", "劳务服务（不含劳务派遣）"},
     {"建设工程施工", "建筑劳务分包", "房地产开发经营"}},
    {{"国内货物运输代理", "普通货物仓储服务（不含危险化学品等需许可审批的项目）", "装卸搬运",
      "国际货物运输代理", "小微型客车租赁经营服务", "供应链管理服务", "机动车修理和维护"},
     {"道路货物运输（不含危险货物）", "道路旅客运输经营", "快递服务"}},
    {{"蔬菜种植", "水果种植", "谷物种植", "农业机械服务", "农产品的生产、销售、加工、运输、贮藏",
      "牲畜销售", "农作物栽培服务"},
     {"家禽饲养", "农药零售", "种畜禽经营"}},
    {{"第一类医疗器械销售", "健康咨询服务（不含诊疗服务）", "养老服务",
      "卫生用品和一次性使用医疗用品销售", "消毒剂销售（不含危险化学品）", "医学研究和试验发展",
      "远程健康管理服务"},
     {"药品零售", "第三类医疗器械经营", "诊所服务"}},
    {{"教育咨询服务（不含涉许可审批的教育培训活动）", "组织文化艺术交流活动", "体育竞赛组织",
      "文具用品零售", "托育服务（不含幼儿园、托儿所）",
      "业务培训（不含教育培训、职业技能培训等需取得许可的培训）", "图书管理服务"},
     {"民办教育服务", "职业技能培训", "校外托管服务"}},
    {{"广告设计、代理", "广告制作", "会议及展览服务", "组织文化艺术交流活动", "图文设计制作",
      "旅游开发项目策划咨询", "摄影扩印服务"},
     {"旅游业务", "互联网上网服务", "营业性演出"}},
    {{"企业管理咨询", "物业管理", "家政服务", "环境保护监测",
      "信息咨询服务（不含许可类信息咨询服务）", "专业保洁、清洗、消毒服务", "机动车修理和维护"},
     {"劳务派遣服务", "检验检测服务", "生活美容服务"}},
    {{"软件开发", "信息系统集成服务", "技术服务、技术开发、技术咨询", "数据处理和存储支持服务",
      "物联网技术研发", "电子产品销售", "人工智能应用软件开发"},
     {"第二类增值电信业务", "互联网信息服务", "建设工程设计"}},
    {{"公共事业管理服务", "志愿服务", "社区服务", "技术推广服务", "农村集体资产管理",
      "社会救助服务", "文化活动组织"},
     {"养老机构服务", "水利工程管理", "公益林管护"}},
});

template <std::size_t N>
string_view pick_common(const std::array<string_view, N>& sorted, Dice& dice) {
  const std::uint64_t a = dice.below(N), b = dice.below(N);
  return sorted[static_cast<std::size_t>(std::min(a, b))];
}

void append_brand(std::string& out, Dice& dice) {
  const int characters = dice.below(100) < 40 ? 2 : 3;
  for (int i = 0; i < characters; ++i) out += dice.pick_character(brand_characters);
}

void append_town(std::string& out, Dice& dice) {
  out += dice.pick_character(town_characters);
  out += dice.pick_character(town_characters);
}

struct LegalForm {
  string_view ending, type;
};
const LegalForm& draw_form(Dice& dice) {
  static constexpr std::array forms =
      std::to_array<LegalForm>({{"有限公司", "有限责任公司（自然人投资或控股）"},
                                {"有限公司", "有限责任公司（自然人独资）"},
                                {"有限公司", "其他有限责任公司"},
                                {"有限责任公司", "有限责任公司（自然人投资或控股）"},
                                {"股份有限公司", "股份有限公司（非上市、自然人投资或控股）"},
                                {"厂", "个人独资企业"},
                                {"中心（有限合伙）", "有限合伙企业"},
                                {"有限公司", "有限责任公司分公司"}});
  static constexpr std::array<std::uint8_t, 8> ends = {46, 76, 82, 89, 91, 94, 96, 100};
  const auto at = std::ranges::upper_bound(ends, dice.below(100));
  return forms[static_cast<std::size_t>(at - ends.begin())];
}

// 山东…, 济南…, 济南市历下区…; the region may also stand in brackets behind the brand (NAME-2020
// art. 6).
string_view draw_region(const Place& place, Dice& dice) {
  const std::uint64_t at = dice.below(100);
  if (at < 24) return "山东";
  if (at < 58) return place.city_stem;
  return at < 76 ? place.city : place.full;
}

string_view append_enterprise(std::string& out, const Trade& trade, const Place& place,
                              Dice& dice) {
  const string_view region = draw_region(place, dice);
  const bool in_brackets = dice.below(100) < 8;
  if (!in_brackets) out += region;
  append_brand(out, dice);
  if (in_brackets) out.append("（").append(region).append("）");
  const LegalForm& form = draw_form(dice);
  out.append(trade.word).append(form.ending);
  if (form.type.ends_with("分公司")) {
    append_town(out, dice);
    out += "分公司";
  }
  return form.type;
}

void append_village(std::string& out, Dice& dice) {
  append_town(out, dice);
  out += dice.chance(700'000) ? "镇" : "街道";
  if (dice.chance(500'000)) out += dice.pick_character("前后东西南北大小上下");
  out += pick_common(surnames, dice);
  out += dice.pick(village_ends);
  out += "村";
}

void append_society(std::string& out, OrganizationKind kind, const Place& place, Dice& dice) {
  out += place.full;
  if (kind == OrganizationKind::public_institution) {
    append_town(out, dice);
    out += dice.chance(700'000) ? "镇" : "街道";
  } else {
    append_brand(out, dice);
  }
}

void append_items(std::string& out, std::span<const string_view> items, std::size_t count,
                  Dice& dice) {
  const std::size_t from = static_cast<std::size_t>(dice.below(items.size()));
  for (std::size_t i = 0; i < count; ++i) {
    if (i > 0) out += "；";
    out += items[(from + i) % items.size()];
  }
}

struct OfficeWords {
  string_view before, province, city, county, mark;
  bool branch = false;  // its county seat is a branch of the city's: 济南市生态环境局历下分局
};
// In the order of Office.
constexpr std::array office_words = std::to_array<OfficeWords>({
    {"", "市场监督管理局", "市场监督管理局", "市场监督管理局", "市监"},
    {"", "生态环境厅", "生态环境局", "生态环境局", "环", true},
    {"", "应急管理厅", "应急管理局", "应急管理局", "应急"},
    {"", "交通运输厅", "交通运输局", "交通运输局", "交运"},
    {"", "住房和城乡建设厅", "住房和城乡建设局", "住房和城乡建设局", "建"},
    {"", "城市管理监督办公室", "城市管理局", "综合行政执法局", "综执"},
    {"", "卫生健康委员会", "卫生健康委员会", "卫生健康局", "卫"},
    {"", "消防救援总队", "消防救援支队", "消防救援大队", "消"},
    {"", "农业农村厅", "农业农村局", "农业农村局", "农"},
    {"", "文化和旅游厅", "文化和旅游局", "文化和旅游局", "文旅"},
    {"", "人力资源和社会保障厅", "人力资源和社会保障局", "人力资源和社会保障局", "人社"},
    {"", "自然资源厅", "自然资源和规划局", "自然资源局", "自然资"},
    {"", "水利厅", "水务局", "水务局", "水"},
    {"国家税务总局", "税务局", "税务局", "税务局", "税"},
    {"", "统计局", "统计局", "统计局", "统"},
    {"", "教育厅", "教育局", "教育和体育局", "教"},
    {"", "民政厅", "民政局", "民政局", "民"},
    {"", "行政审批服务协调办公室", "行政审批服务局", "行政审批服务局", "审批"},
    {"", "发展和改革委员会", "发展和改革委员会", "发展和改革局", "发改"},
    {"", "商务厅", "商务局", "商务局", "商"},
    {"", "工业和信息化厅", "工业和信息化局", "工业和信息化局", "工信"},
    {"", "人民政府", "人民政府", "人民政府", "政"},
});
static_assert(office_words.size() == offices);

const OfficeWords& words_of(Office office) {
  return office_words[static_cast<std::size_t>(office)];
}

}  // namespace

Trade draw_trade(OrganizationKind kind, Dice& dice) {
  switch (kind) {
    case OrganizationKind::enterprise:
      return dice.pick(industries);
    case OrganizationKind::individual_business:
      return dice.pick(shops);
    case OrganizationKind::cooperative:
      return dice.pick(crops);
    case OrganizationKind::social_organization:
      return dice.pick(societies);
    case OrganizationKind::public_institution:
      return dice.pick(institutions);
    case OrganizationKind::village:
      break;
  }
  return collective;
}

void append_name(std::string& name, string_view& type, OrganizationKind kind, const Trade& trade,
                 const Place& place, Dice& dice) {
  switch (kind) {
    case OrganizationKind::enterprise:
      type = append_enterprise(name, trade, place, dice);
      return;
    case OrganizationKind::individual_business:
      name += place.full;
      append_brand(name, dice);
      type = "个体工商户";
      break;
    case OrganizationKind::cooperative:
      name += place.full;
      append_brand(name, dice);
      type = "农民专业合作社";
      break;
    case OrganizationKind::village:
      name += place.full;
      append_village(name, dice);
      type = "村级集体经济组织";
      break;
    case OrganizationKind::social_organization:
      type = "民办非企业单位";
      [[fallthrough]];
    case OrganizationKind::public_institution:
      if (kind == OrganizationKind::public_institution) type = "事业单位";
      append_society(name, kind, place, dice);
      break;
  }
  name += trade.word;
  if (kind == OrganizationKind::cooperative) name += "农民专业合作社";
}

void append_person(std::string& out, Dice& dice) {
  out += pick_common(surnames, dice);
  out += dice.pick_character(given_characters);
  if (dice.below(100) < 72) out += dice.pick_character(given_characters);
}

void append_address(std::string& out, OrganizationKind kind, const Place& place, Dice& dice) {
  out += place.address;
  if (kind == OrganizationKind::village || kind == OrganizationKind::cooperative) {
    return append_village(out, dice);
  }
  out += dice.pick(roads);
  append_number(out, dice.between(1, 999));
  out += "号";
  if (dice.chance(500'000)) return;
  append_number(out, dice.between(1, 28));
  out += "号楼";
  append_number(out, dice.between(1, 18) * 100 + dice.between(1, 20));
  out += "室";
}

void append_scope(std::string& out, Sector sector, Dice& dice) {
  const SectorScope& scope = scopes[static_cast<std::size_t>(sector)];
  out += "一般项目：";
  append_items(out, scope.general, static_cast<std::size_t>(dice.between(3, 7)), dice);
  out += "（除依法须经批准的项目外，凭营业执照依法自主开展经营活动）";
  if (dice.chance(400'000)) return;
  out += "许可项目：";
  append_items(out, scope.licensed, static_cast<std::size_t>(dice.between(1, 3)), dice);
  out += "（依法须经批准的项目，经相关部门批准后方可开展经营活动，具体经营项目以审批结果为准）";
}

void append_capital(std::string& out, OrganizationKind kind, Dice& dice) {
  static constexpr std::array<std::int32_t, 16> enterprise = {
      10, 30, 50, 50, 100, 100, 200, 200, 300, 500, 500, 1000, 1000, 2000, 5000, 20000};
  static constexpr std::array<std::int32_t, 8> small = {1, 2, 3, 5, 5, 10, 10, 20};
  if (kind == OrganizationKind::village) return;
  const bool large = kind == OrganizationKind::enterprise || kind == OrganizationKind::cooperative;
  append_number(out, large ? dice.pick(enterprise) : dice.pick(small));
  out += "万元人民币";
}

std::string stem_of(string_view division) {
  constexpr std::size_t character = 3;
  if (length(division) <= 2) return std::string(division);
  return std::string(division.substr(0, division.size() - character));
}

std::string office_name(Office office, Level level, string_view above, string_view division,
                        string_view stem) {
  const OfficeWords& words = words_of(office);
  std::string name(words.before);
  if (level == Level::province) return name.append(above).append(words.province);
  if (level == Level::city) return name.append(above).append(words.city);
  if (!words.branch) return name.append(division).append(words.county);
  return name.append(above).append(words.city).append(stem).append("分局");
}

string_view office_mark(Office office) { return words_of(office).mark; }

}  // namespace credence::simulation
