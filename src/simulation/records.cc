// SPDX-License-Identifier: Apache-2.0
#include "simulation/records.h"

namespace credence::simulation {
namespace {

using enum Sector;
using std::string_view;

constexpr std::uint32_t any = every_sector;
constexpr std::uint32_t eating = bit(food) | bit(catering);
constexpr std::uint32_t selling = bit(food) | bit(catering) | bit(retail) | bit(health);
constexpr std::uint32_t making = bit(manufacturing) | bit(chemical) | bit(food);
constexpr std::uint32_t building = bit(construction);
constexpr std::uint32_t premises =
    bit(catering) | bit(retail) | bit(manufacturing) | bit(culture) | bit(education) | bit(health);

constexpr std::array<Sanctions, 3> fines{fine, fine | warning, fine};
constexpr std::array<Sanctions, 3> fines_and_gains{fine | gains, fine, fine | gains | goods};

constexpr std::array matters = std::to_array<Matter>({
    {Office::market, eating, "未按规定建立并遵守进货查验记录制度",
     {"当事人采购食品时未查验供货者的许可证和产品合格证明文件，涉案食品货值金额{a}元。",
      "现场查见当日购进的食品原料未索取票据，进货查验记录自上月起未填写，货值金额{a}元。"},
     "《中华人民共和国食品安全法》第五十三条第一款、第一百二十六条第一款第三项", {warning | fine, warning, fine | halt}, 2'000,
     20'000, "食品经营许可证"},
    {Office::market, eating, "经营超过保质期的食品",
     {"货架上陈列待售的预包装食品已超过标注的保质期，货值金额{a}元。",
      "后厨冷藏柜内存放的调味料超过保质期且已部分使用，货值金额{a}元。"},
     "《中华人民共和国食品安全法》第三十四条第十项、第一百二十四条第一款第五项", {fine | gains | goods, fine | goods, fine | gains | revocation},
     5'000, 80'000, "食品经营许可证"},
    {Office::market, eating, "经营不符合食品安全标准的食品",
     {"抽样检验的食品中农药残留项目不符合国家标准，检验结论为不合格，货值金额{a}元。",
      "经检验，当事人销售的产品菌落总数超过标准限值，货值金额{a}元。"},
     "《中华人民共和国食品安全法》第三十四条第二项、第一百二十四条第一款第一项", fines_and_gains, 5'000, 100'000, "食品经营许可证"},
    {Office::market, selling, "未明码标价",
     {"经营场所内销售的商品未标明价格，涉及商品货值{a}元。", "菜单未标示价格，结算价格由当事人口头告知，涉及金额{a}元。"},
     "《中华人民共和国价格法》第十三条第一款、第四十二条", {fine, warning | fine, fine | gains}, 500, 5'000, ""},
    {Office::market, any, "发布虚假广告",
     {"当事人在网络店铺宣传页面使用与实际不符的内容误导消费者，广告费用{a}元。",
      "当事人在宣传册中使用“国家级”“最佳”等用语，广告费用{a}元。"},
     "《中华人民共和国广告法》第九条第三项、第二十八条、第五十五条第一款", {fine, fine, fine | halt}, 3'000, 200'000, ""},
    {Office::market, any, "提交虚假材料取得登记",
     {"当事人办理住所变更登记时提交的租赁合同系伪造，涉及租金{a}元。", "当事人在登记中使用他人身份信息，中介费用{a}元。"},
     "《中华人民共和国市场主体登记管理条例》第十七条、第四十四条", {fine, fine, revocation}, 50'000, 200'000, "营业执照"},
    {Office::market, making, "生产销售不合格产品",
     {"经监督抽查，当事人生产的产品力学性能项目不合格，货值金额{a}元。", "抽检批次产品标识与实际成分不符，货值金额{a}元。"},
     "《中华人民共和国产品质量法》第三十二条、第五十条", {fine | gains | goods, fine | gains, fine | gains | goods | halt}, 10'000,
     300'000, "生产许可证"},
    {Office::market, making | building | bit(transport), "使用未经检验的特种设备",
     {"当事人使用的叉车超过检验有效期，设备价值{a}元。", "当事人使用的桥式起重机未经定期检验，设备价值{a}元。"},
     "《中华人民共和国特种设备安全法》第四十条第三款、第八十四条第一项", fines, 30'000, 200'000, ""},
    {Office::market, selling, "侵犯注册商标专用权",
     {"当事人销售的商品经权利人鉴别为侵权商品，违法经营额{a}元。", "店内陈列的商品使用与注册商标近似的标识，违法经营额{a}元。"},
     "《中华人民共和国商标法》第五十七条第三项、第六十条第二款", {fine | goods, goods, fine | goods}, 2'000, 150'000, ""},
    {Office::market, bit(health), "未遵守药品经营质量管理规范",
     {"处方药未凭处方销售，涉及金额{a}元。", "阴凉柜温湿度记录缺失，涉及药品货值{a}元。"},
     "《中华人民共和国药品管理法》第五十三条、第一百二十六条", {warning, fine | warning, fine | suspension}, 5'000, 100'000,
     "药品经营许可证"},
    {Office::environment, making, "超过大气污染物排放标准排放",
     {"在线监测数据显示颗粒物小时均值超过排放标准，治理设施投资{a}元。", "经采样监测，废气中挥发性有机物浓度超过标准限值，应缴监测费{a}元。"},
     "《中华人民共和国大气污染防治法》第十八条、第九十九条第二项", {fine, fine | restriction, fine | halt}, 100'000, 800'000,
     "排污许可证"},
    {Office::environment, making | bit(farming), "未取得排污许可证排放污染物",
     {"当事人未取得排污许可证，生产设施正在运行，项目投资{a}元。", "当事人排污许可证有效期届满未延续仍继续排放，项目投资{a}元。"},
     "《排污许可管理条例》第二条、第三十三条", {fine, fine | halt, fine | closure}, 200'000, 900'000, "排污许可证"},
    {Office::environment, making, "未按规定贮存危险废物",
     {"废机油露天堆放，未设置危险废物识别标志，处置费用{a}元。", "危险废物贮存间未采取防渗漏措施，处置费用{a}元。"},
     "《中华人民共和国固体废物污染环境防治法》第七十七条、第一百一十二条第一款", {fine, fine, fine | halt}, 100'000, 600'000, ""},
    {Office::environment, building | bit(transport), "未采取有效防尘降尘措施",
     {"施工现场裸露土方未覆盖，扬尘防治费用{a}元未使用。", "物料堆场未密闭，装卸作业未喷淋，涉及物料价值{a}元。"},
     "《中华人民共和国大气污染防治法》第六十九条、第一百一十五条第一款", fines, 10'000, 100'000, ""},
    {Office::emergency, making | building | bit(transport), "未按规定进行安全生产教育培训",
     {"抽查的从业人员未经安全生产教育和培训合格即上岗作业，年度安全费用{a}元未按计划支出。",
      "当事人未如实记录安全生产教育和培训情况，年度安全费用{a}元。"},
     "《中华人民共和国安全生产法》第二十八条、第九十七条第三项", fines, 10'000, 100'000, ""},
    {Office::emergency, bit(chemical), "特种作业人员未持证上岗",
     {"动火作业人员未取得相应资格，作业合同金额{a}元。", "电工作业人员操作证已过期，作业合同金额{a}元。"},
     "《中华人民共和国安全生产法》第三十条第一款、第九十七条第七项", {fine, fine | halt, fine | suspension}, 10'000, 150'000,
     "安全生产许可证"},
    {Office::emergency, bit(chemical), "重大危险源未登记建档",
     {"当事人对构成重大危险源的储罐未登记建档，储存物料价值{a}元。", "重大危险源未进行安全评估，储存物料价值{a}元。"},
     "《中华人民共和国安全生产法》第四十条、第一百零一条第二项", {fine, fine | halt, fine | revocation}, 20'000, 200'000,
     "危险化学品经营许可证"},
    {Office::transport, bit(transport) | building, "车辆违法超限运输",
     {"当事人所属货车装载砂石行驶公路，车货总重超过限定标准，运费{a}元。", "治超站检测车货总质量超限，运费{a}元。"},
     "《中华人民共和国公路法》第五十条第一款、第七十六条第五项", fines, 500, 30'000, ""},
    {Office::transport, bit(transport), "未取得道路运输经营许可从事经营",
     {"当事人使用未取得道路运输证的车辆从事货物运输，运费{a}元。", "当事人未取得许可从事旅客运输，收取费用{a}元。"},
     "《中华人民共和国道路运输条例》第二十四条、第六十三条", {fine | gains, fine, fine | gains | suspension}, 3'000, 20'000,
     "道路运输经营许可证"},
    {Office::housing, building, "未按设计图纸施工",
     {"主体结构钢筋间距不符合设计文件，工程合同价款{a}元。", "外墙保温材料规格与图纸不符，工程合同价款{a}元。"},
     "《建设工程质量管理条例》第二十八条第一款、第六十四条", {fine, fine | downgrade, fine | downgrade}, 20'000, 500'000,
     "建筑业企业资质证书"},
    {Office::housing, building, "未取得施工许可证擅自施工",
     {"项目未取得建筑工程施工许可证即开工，工程合同价款{a}元。", "装饰工程未办理施工许可，工程合同价款{a}元。"},
     "《中华人民共和国建筑法》第七条、第六十四条", {fine, fine | halt, fine | ban}, 10'000, 400'000, ""},
    {Office::city_management, premises | eating, "擅自占道经营",
     {"当事人在人行道上摆放桌椅经营，当日经营额{a}元。", "当事人超出门窗外墙摆卖商品，商品价值{a}元。"},
     "《城市市容和环境卫生管理条例》第十四条、第三十六条第二项", {fine, warning, fine}, 200, 5'000, ""},
    {Office::city_management, building | bit(transport), "运输建筑垃圾沿途遗撒",
     {"当事人运输渣土未密闭，造成路面污染，清运合同金额{a}元。", "车辆带泥上路行驶，清运合同金额{a}元。"},
     "《城市建筑垃圾管理规定》第十四条、第二十三条", fines, 2'000, 30'000, ""},
    {Office::health, bit(catering) | bit(services) | bit(culture), "未取得有效健康合格证明安排从业人员上岗",
     {"从业人员未取得健康合格证明从事直接为顾客服务的工作，当日营业额{a}元。", "抽查的服务人员健康证明过期，当日营业额{a}元。"},
     "《公共场所卫生管理条例实施细则》第十条、第三十八条", {warning | fine, warning, fine | suspension}, 500, 5'000, "公共场所卫生许可证"},
    {Office::health, bit(health), "使用非卫生技术人员从事诊疗活动",
     {"未取得医师资格的人员为患者开展诊疗，收取费用{a}元。", "护士未注册即从事护理工作，收取费用{a}元。"},
     "《医疗机构管理条例》第二十七条、第四十七条", {fine | warning, fine | gains, fine | revocation}, 10'000, 100'000,
     "医疗机构执业许可证"},
    {Office::fire, premises | making, "消防设施未保持完好有效",
     {"室内消火栓无水，火灾自动报警系统处于故障状态，维护合同金额{a}元。", "应急照明损坏，疏散指示标志缺失，整改预算{a}元。"},
     "《中华人民共和国消防法》第十六条第一款第二项、第六十条第一款第一项", {fine, warning | fine, fine | halt}, 5'000, 50'000, ""},
    {Office::fire, premises, "占用、堵塞疏散通道",
     {"安全出口处堆放货物，货物价值{a}元。", "疏散楼梯间内违规设置库房，存放物品价值{a}元。"},
     "《中华人民共和国消防法》第二十八条、第六十条第一款第三项", fines, 5'000, 30'000, ""},
    {Office::agriculture, bit(farming), "经营劣质农药",
     {"抽检农药有效成分含量不符合标准，货值金额{a}元。", "农药标签与登记内容不一致，货值金额{a}元。"},
     "《农药管理条例》第五十六条", {fine | gains | goods, fine | goods, fine | revocation}, 2'000, 50'000, "农药经营许可证"},
    {Office::agriculture, bit(farming) | bit(food), "农产品农药残留超标",
     {"抽检蔬菜检出禁用农药，货值金额{a}元。", "产地检测显示农药残留超过限量标准，货值金额{a}元。"},
     "《中华人民共和国农产品质量安全法》第三十六条、第七十条", {fine | goods, fine, fine | gains | goods}, 1'000, 50'000, ""},
    {Office::culture, bit(culture), "接纳未成年人进入互联网上网服务营业场所",
     {"检查时发现未成年人正在上网，当日收费{a}元。", "当事人未核对登记上网消费者的有效证件，当日收费{a}元。"},
     "《互联网上网服务营业场所管理条例》第二十一条、第三十一条", {warning | fine, fine | halt, revocation}, 2'000, 15'000,
     "网络文化经营许可证"},
    {Office::culture, bit(culture), "未与旅游者签订旅游合同",
     {"组织旅游者出行未签订书面合同，团费{a}元。", "包价旅游合同未载明行程安排，团费{a}元。"},
     "《旅行社条例》第二十八条、第五十五条第一项", {fine, fine, fine | suspension}, 20'000, 100'000, "旅行社业务经营许可证"},
    {Office::labour, building | making | bit(services), "未实行劳动用工实名制管理",
     {"施工现场部分农民工未进行用工实名登记，涉及工资{a}元。", "当事人未编制书面工资支付台账，涉及工资{a}元。"},
     "《保障农民工工资支付条例》第二十八条、第五十五条第三项", {fine, fine | restriction, fine | halt}, 20'000, 100'000, ""},
    {Office::labour, any, "未按时足额缴纳社会保险费",
     {"当事人未为部分职工办理社会保险登记，欠缴金额{a}元。", "当事人未按规定申报缴费基数，涉及金额{a}元。"},
     "《中华人民共和国社会保险法》第五十八条、第八十四条", fines, 1'000, 50'000, ""},
    {Office::land, building | bit(farming) | making, "非法占用土地",
     {"当事人未经批准占用集体土地建设厂房，工程造价{a}元。", "当事人擅自改变土地用途堆放物料，平整费用{a}元。"},
     "《中华人民共和国土地管理法》第二条第三款、第七十七条", {fine, fine | goods, fine}, 10'000, 500'000, ""},
    {Office::water, bit(manufacturing) | building | bit(services), "未经批准擅自取水",
     {"当事人未取得取水许可凿井取用地下水，应缴水资源税{a}元。", "当事人取水计量设施损坏未修复，应缴水资源税{a}元。"},
     "《中华人民共和国水法》第四十八条第一款、第六十九条第一项", fines, 20'000, 100'000, ""},
    {Office::tax, any, "未按规定期限办理纳税申报",
     {"当事人逾期未申报增值税，涉及税款{a}元。", "当事人未按规定报送纳税资料，涉及税款{a}元。"},
     "《中华人民共和国税收征收管理法》第二十五条第一款、第六十二条", fines, 200, 10'000, ""},
    {Office::tax, bit(retail) | building | bit(services) | bit(technology) | making, "虚开增值税专用发票",
     {"当事人在没有真实交易的情况下开具发票，价税合计{a}元。", "当事人取得的发票与实际经营不符，价税合计{a}元。"},
     "《中华人民共和国发票管理办法》第二十一条、第三十五条", fines_and_gains, 20'000, 500'000, ""},
    {Office::statistics, making | building | bit(retail), "提供不真实的统计资料",
     {"当事人上报的营业收入与会计资料不符，相差{a}元。", "当事人未设置统计台账，上报数相差{a}元。"},
     "《中华人民共和国统计法》第七条、第四十一条第一款第二项", {warning | fine, criticism, warning | fine}, 5'000, 100'000, ""},
    {Office::education, bit(education), "擅自变更办学地点",
     {"当事人未经审批机关核准变更办学地点，收取学费{a}元。", "培训收费未公示且超过三个月，涉及学费{a}元。"},
     "《中华人民共和国民办教育促进法》第六十二条", {warning, fine | gains, halt | gains}, 10'000, 100'000, "民办学校办学许可证"},
    {Office::civil_affairs, bit(public_life) | bit(education) | bit(health), "未按规定接受年度检查",
     {"当事人连续两年未报送年度工作报告，年度收入{a}元。", "当事人超出章程规定的业务范围开展活动，收取费用{a}元。"},
     "《民办非企业单位登记管理暂行条例》第二十五条", {warning, warning | criticism, revocation}, 1'000, 10'000, "民办非企业单位登记证书"},
});

constexpr std::array permits = std::to_array<Permit>({
    {Office::market, eating, "食品经营许可决定书", "普通", "食品经营许可证", "JY1",
     {"{n}申请食品经营许可，经审查符合法定条件，准予许可。经营场所：{p}。经营项目：预包装食品销售、散装食品销售。",
      "准予{n}食品经营许可延续。经营场所：{p}。经营项目：热食类食品制售、冷食类食品制售。"}, 60},
    {Office::market, bit(food), "食品生产许可决定书", "普通", "食品生产许可证", "SC1",
     {"准予{n}食品生产许可。生产地址：{p}。食品类别：粮食加工品、调味品。", "准予{n}食品生产许可变更。生产地址：{p}。"}, 60},
    {Office::market, any, "准予设立登记通知书", "登记", "营业执照", "", {"准予{n}设立登记。住所：{p}。", "准予{n}变更登记，变更事项：经营范围。住所：{p}。"}, 0},
    {Office::market, any, "准予变更登记通知书", "登记", "", "", {"准予{n}变更登记，变更事项：注册资本、股东。", "准予{n}备案登记，备案事项：章程。住所：{p}。"}, 0},
    {Office::market, making | building, "特种设备使用登记决定书", "登记", "特种设备使用登记证", "TS",
     {"准予{n}特种设备使用登记。设备种类：起重机械。使用地点：{p}。", "准予{n}特种设备使用登记。设备种类：压力容器。使用地点：{p}。"}, 0},
    {Office::market, bit(health), "药品经营许可决定书", "普通", "药品经营许可证", "DA",
     {"准予{n}药品零售许可。地址：{p}。经营范围：处方药、非处方药。", "准予{n}药品经营许可换证。地址：{p}。"}, 60},
    {Office::market, bit(services) | making, "计量标准考核合格决定书", "认可", "计量标准考核证书", "JL",
     {"{n}建立的计量标准经考核合格，准予使用。地址：{p}。", "准予{n}计量标准复查。地址：{p}。"}, 48},
    {Office::environment, making, "排污许可决定书", "普通", "排污许可证", "PW",
     {"准予{n}排污许可。生产经营场所：{p}。主要污染物：颗粒物、挥发性有机物。", "准予{n}重新申请排污许可。生产经营场所：{p}。"}, 60},
    {Office::environment, making | building, "建设项目环境影响报告表批复", "核准", "", "",
     {"同意{n}建设项目按报告表所列性质、规模、地点和污染防治措施建设。地点：{p}。", "原则同意{n}扩建项目环境影响评价结论。地点：{p}。"}, 0},
    {Office::emergency, bit(chemical), "危险化学品经营许可决定书", "普通", "危险化学品经营许可证", "WH",
     {"准予{n}危险化学品经营许可（不带储存设施）。地址：{p}。", "准予{n}危险化学品经营许可延期。地址：{p}。"}, 36},
    {Office::transport, bit(transport), "道路货物运输经营许可决定书", "普通", "道路运输经营许可证", "YS",
     {"准予{n}从事道路普通货物运输。地址：{p}。", "准予{n}新增货车投入营运。地址：{p}。"}, 48},
    {Office::transport, building, "涉路施工许可决定书", "普通", "", "",
     {"准予{n}在公路用地范围内敷设管线。施工路段：{p}附近。", "准予{n}占用、挖掘公路。施工路段：{p}附近。"}, 12},
    {Office::housing, building, "建筑工程施工许可决定书", "核准", "建筑工程施工许可证", "SG",
     {"准予{n}建筑工程施工。建设地址：{p}。", "准予{n}承建的厂房工程施工。建设地址：{p}。"}, 24},
    {Office::housing, building, "建筑业企业资质认定决定书", "认可", "建筑业企业资质证书", "D3",
     {"认定{n}建筑工程施工总承包三级资质。", "准予{n}建筑装修装饰工程专业承包二级资质延续。"}, 60},
    {Office::housing, any, "城镇污水排入排水管网许可决定书", "普通", "排水许可证", "PS",
     {"准予{n}向城镇排水设施排放污水。排水地点：{p}。", "准予{n}排水许可延续。排水地点：{p}。"}, 60},
    {Office::housing, bit(chemical), "燃气经营许可决定书", "特许", "燃气经营许可证", "RQ",
     {"准予{n}经营瓶装液化石油气。地址：{p}。", "准予{n}经营管道燃气。地址：{p}。"}, 36},
    {Office::city_management, any, "户外广告设施设置许可决定书", "普通", "", "",
     {"准予{n}设置门头牌匾。设置地点：{p}。", "准予{n}设置大型户外广告设施。设置地点：{p}。"}, 24},
    {Office::health, bit(catering) | bit(services) | bit(culture), "公共场所卫生许可决定书", "普通", "公共场所卫生许可证", "WS",
     {"准予{n}公共场所卫生许可。地址：{p}。经营项目：住宿、美容美发。", "准予{n}公共场所卫生许可延续。地址：{p}。"}, 48},
    {Office::health, bit(health), "医疗机构执业登记决定书", "登记", "医疗机构执业许可证", "PDY",
     {"准予{n}执业登记。地址：{p}。诊疗科目：口腔科、内科。", "准予{n}变更诊疗科目。地址：{p}。"}, 60},
    {Office::fire, premises, "公众聚集场所投入使用营业前消防安全检查合格决定书", "核准", "", "",
     {"{n}经消防安全检查合格，准予投入使用、营业。地址：{p}。", "{n}采用告知承诺方式，准予投入使用、营业。地址：{p}。"}, 0},
    {Office::agriculture, bit(farming), "动物防疫条件审查决定书", "核准", "动物防疫条件合格证", "DF",
     {"{n}经审查符合动物防疫条件。场所：{p}。", "{n}变更养殖规模，经审查符合动物防疫条件。场所：{p}。"}, 0},
    {Office::agriculture, bit(farming), "农药经营许可决定书", "普通", "农药经营许可证", "NY",
     {"准予{n}经营农药（限制使用农药除外）。地址：{p}。", "准予{n}农药经营许可延续。地址：{p}。"}, 60},
    {Office::culture, bit(culture), "出版物零售经营许可决定书", "普通", "出版物经营许可证", "CB",
     {"准予{n}从事出版物零售。地址：{p}。", "准予{n}从事印刷经营活动。地址：{p}。"}, 36},
    {Office::labour, bit(services), "劳务派遣经营许可决定书", "普通", "劳务派遣经营许可证", "LW",
     {"准予{n}经营劳务派遣业务。地址：{p}。", "准予{n}延续劳务派遣行政许可。地址：{p}。"}, 36},
    {Office::land, building | making, "建设用地规划许可决定书", "核准", "建设用地规划许可证", "DZ",
     {"准予{n}建设用地规划许可。用地位置：{p}。", "准予{n}建设工程规划许可。建设位置：{p}。"}, 0},
    {Office::water, making | bit(farming), "取水许可决定书", "特许", "取水许可证", "QS",
     {"准予{n}取用地下水，年许可水量三万立方米。取水地点：{p}。", "准予{n}延续取水许可。取水地点：{p}。"}, 60},
    {Office::education, bit(education), "民办学校办学许可决定书", "普通", "民办学校办学许可证", "JM",
     {"准予{n}举办非营利性民办学校。办学地址：{p}。", "准予{n}变更举办者。办学地址：{p}。"}, 36},
    {Office::civil_affairs, bit(public_life) | bit(education) | bit(health), "社会组织章程核准决定书", "核准", "", "",
     {"核准{n}章程修改。", "核准{n}变更住所。住所：{p}。"}, 0},
});

constexpr std::array honours = std::to_array<Honour>({
    {Office::market, any, "放心消费示范单位"}, {Office::market, any, "守合同重信用企业"},
    {Office::market, making, "质量奖"}, {Office::market, eating, "食品安全示范单位"},
    {Office::government, any, "文明单位"}, {Office::government, any, "劳动关系和谐单位"},
    {Office::government, making | bit(technology), "科学技术进步奖"}, {Office::development, any, "诚信建设示范单位"},
    {Office::tax, any, "纳税信用A级纳税人"}, {Office::industry, making | bit(technology), "专精特新中小企业"},
    {Office::industry, making | bit(technology), "瞪羚企业"}, {Office::industry, making, "绿色工厂"},
    {Office::agriculture, bit(farming) | bit(food), "农业产业化重点龙头企业"},
    {Office::agriculture, bit(farming), "农民专业合作社示范社"}, {Office::labour, any, "就业先进单位"},
    {Office::housing, building, "优质结构工程奖"}, {Office::commerce, bit(retail) | bit(catering), "老字号企业"},
    {Office::civil_affairs, bit(public_life) | bit(education) | bit(health), "先进社会组织"},
    {Office::emergency, making | building, "安全生产先进单位"}, {Office::culture, bit(culture), "文化产业示范单位"},
    {Office::education, bit(education), "规范化学校"}, {Office::health, bit(health), "健康促进先进单位"},
});

constexpr std::array kind_names = std::to_array<string_view>(
    {"警告", "通报批评", "罚款", "没收违法所得", "没收非法财物", "暂扣许可证件", "降低资质等级", "吊销许可证件",
     "限制开展生产经营活动", "责令停产停业", "责令关闭", "限制从业"});

constexpr std::array openings = std::to_array<string_view>({
    "{d}，执法人员对{n}位于{p}的经营场所进行检查，发现如下问题：", "{d}，根据群众举报，执法人员到{p}现场核查，查明：",
    "经查，{n}存在以下违法事实：", "{d}，我单位在双随机检查中发现，{n}存在下列行为：",
    "根据上级转办线索，{d}对{n}立案调查，查明：", "{d}，在专项整治行动中，对位于{p}的{n}进行检查，"});
constexpr std::array closings = std::to_array<string_view>({
    "以上事实有现场检查笔录、询问笔录、照片等证据证明。", "当事人对上述事实无异议。", "",
    "案发后当事人积极配合调查并已改正。", "经责令限期改正，当事人逾期未改正。",
    "以上事实有检验报告、视频资料、当事人陈述等证据予以佐证。当事人在规定期限内未提出陈述、申辩意见。"});

// Many entries suit a sector, so trying again is quicker than keeping a list for each.
template <class Range>
const auto& draw_fitting(const Range& range, Sector sector, Dice& dice) {
  for (;;) {
    const auto& drawn = dice.pick(range);
    if ((drawn.sectors & bit(sector)) != 0) return drawn;
  }
}

void append_clause(std::string& out, Sanction one, const Sentence& sentence) {
  const auto amount = [&out](string_view before, std::int64_t yuan) {
    out += before;
    append_number(out, yuan);
    out += "元";
  };
  switch (one) {
    case warning: out += "给予警告"; break;
    case criticism: out += "予以通报批评"; break;
    case fine: amount("处以罚款人民币", sentence.fine); break;
    case gains: amount("没收违法所得人民币", sentence.gains); break;
    case goods: amount("没收涉案物品，折价人民币", sentence.goods); break;
    case suspension: out.append("暂扣").append(sentence.licence).append("三个月"); break;
    case downgrade: out.append("降低").append(sentence.licence).append("所载资质等级"); break;
    case revocation: out.append("吊销").append(sentence.licence); break;
    case restriction: out += "限制开展生产经营活动六个月"; break;
    case halt: out += "责令停产停业整顿"; break;
    case closure: out += "责令关闭"; break;
    case ban: out += "限制从业一年"; break;
  }
}

template <class Each>
void for_each_sanction(Sanctions set, Each each) {
  for (std::size_t i = 0; i < kind_names.size(); ++i) {
    if ((set >> i & 1U) != 0) each(i);
  }
}

}  // namespace

const Matter& draw_matter(Sector sector, Dice& dice) { return draw_fitting(matters, sector, dice); }
const Permit& draw_permit(Sector sector, Dice& dice) { return draw_fitting(permits, sector, dice); }
const Honour& draw_honour(Sector sector, Dice& dice) { return draw_fitting(honours, sector, dice); }

void append_kinds(std::string& out, Sanctions sanctions) {
  string_view between;
  for_each_sanction(sanctions, [&](std::size_t i) {
    out.append(between).append(kind_names[i]);
    between = ";";
  });
}

void append_sentence(std::string& out, const Sentence& sentence) {
  const bool numbered = (sentence.sanctions & (sentence.sanctions - 1)) != 0;
  int number = 0;
  for_each_sanction(sentence.sanctions, [&](std::size_t i) {
    if (number > 0) out += "；";
    if (++number > 0 && numbered) {
      append_number(out, number);
      out += '.';
    }
    append_clause(out, static_cast<Sanction>(1U << i), sentence);
  });
  out += "。";
}

string_view draw_opening(Dice& dice) { return dice.pick(openings); }
string_view draw_closing(Dice& dice) { return dice.pick(closings); }

}  // namespace credence::simulation
