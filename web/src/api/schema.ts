// SPDX-License-Identifier: Apache-2.0
// Made from the OpenAPI document by `npm run generate`; not to be edited.
/* eslint-disable */
export interface paths {
    "/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 首页：查询 / Home: search */
        get: operations["get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/account/password": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 更换口令 / Change the own password */
        post: operations["postApiV1AccountPassword"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/accounts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 账号 / Accounts */
        get: operations["getApiV1Accounts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/accounts/{name}/certificate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 登记其客户端证书 / Enter its client certificate */
        post: operations["postApiV1AccountsNameCertificate"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/accounts/{name}/grant": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 授权 / Give it roles */
        post: operations["postApiV1AccountsNameGrant"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/accounts/{name}/leaving": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 离职销户 / Its holder left */
        post: operations["postApiV1AccountsNameLeaving"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/accounts/{name}/renewal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 重设口令和第二因素的链接 / A link to set password and second factor anew */
        post: operations["postApiV1AccountsNameRenewal"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/accounts/{name}/restoration": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 恢复账号 / Restore it */
        post: operations["postApiV1AccountsNameRestoration"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/accounts/{name}/suspension": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 停用账号 / Suspend an account */
        post: operations["postApiV1AccountsNameSuspension"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/acts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 管理操作记录 / Acts on the register, newest first */
        get: operations["getApiV1Acts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/acts/{kind}/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 一项登记的全部版本 / Every version of one thing */
        get: operations["getApiV1ActsKindId"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/breaches": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 期限公示：各单位按期、逾期、未办 / Deadlines kept and not kept, by unit, with articles */
        get: operations["getApiV1Breaches"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/breaches.csv": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 逾期清单（CSV） / What was late, as CSV */
        get: operations["getApiV1BreachesCsv"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/campaigns": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 专项治理及其进度 / Campaigns and how they go */
        get: operations["getApiV1Campaigns"];
        put?: never;
        /** 启动专项治理：按名单、事项或者代码归集主体，向各单位下达任务 / Start a campaign: gather organisations and give units their tasks */
        post: operations["postApiV1Campaigns"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/campaigns/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 一项专项治理的进度 / How a campaign goes */
        get: operations["getApiV1CampaignsId"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/campaigns/{id}/closing": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 结束专项治理；已下达的任务仍应办结 / Close it; the tasks given stay owed */
        post: operations["postApiV1CampaignsIdClosing"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/campaigns/{id}/gathering": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 补充归集，向新符合条件的主体下达任务 / Give tasks about those who fit by now */
        post: operations["postApiV1CampaignsIdGathering"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/campaigns/{id}/typical": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 典型案例（公开）；记录不公开的不写名称 / Typical cases, public; named only while the record is public */
        get: operations["getApiV1CampaignsIdTypical"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cases": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 案件：本人的，或本单位的 / Cases: one's own, or those of the own unit */
        get: operations["getApiV1Cases"];
        put?: never;
        /** 提出：异议、修复等 / Open a case: an objection, a repair */
        post: operations["postApiV1Cases"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cases/{number}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 案件 / A case: its steps, deadlines and what may be done next */
        get: operations["getApiV1CasesNumber"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cases/{number}/acts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 办理一个步骤 / Act in a case */
        post: operations["postApiV1CasesNumberActs"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cases/{number}/documents/{sha256}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 案件材料 / A document of a case */
        get: operations["getApiV1CasesNumberDocumentsSha256"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/certificates": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 出具不在名单证明 / Certify that an organisation stands in no list of a kind */
        post: operations["postApiV1Certificates"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/checks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 核查：某事项上对主体有效的激励、惩戒和任职限制及其理由；正文即被签名的内容，证明在 Credence-Proof / Check what is in force for one subject, or up to 1000, in a matter, and why; the body is what is signed, its proof is in Credence-Proof */
        post: operations["postApiV1Checks"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/checks/comparison": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 过去一次核查与今天的差别 / What is different today from a past check */
        post: operations["postApiV1ChecksComparison"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/checks/files": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 文件核查（招投标等）：正文即 CSV 或 XLSX，有一列代码；最多 100000 个主体 / Check a file of subjects: the body is CSV or XLSX with a column of codes, at most 100 000 */
        post: operations["postApiV1ChecksFiles"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/checks/files/{number}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 文件核查的进度 / How far a file of checks is */
        get: operations["getApiV1ChecksFilesNumber"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/checks/files/{number}/again": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 继续中断的文件核查 / Go on with a file of checks that was interrupted */
        post: operations["postApiV1ChecksFilesNumberAgain"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/checks/files/{number}/answers.{format}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 文件核查的答复（csv、jsonl） / The answers of a file of checks (csv, jsonl) */
        get: operations["getApiV1ChecksFilesNumberAnswersFormat"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/checks/replay": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 重放一次核查：按当时的规则和记录，逐字节相同 / A past check again, byte for byte, by the rules and records of then */
        post: operations["postApiV1ChecksReplay"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/codes/{code}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 说明一个代码 / What a code is: well-formed, known, in force, registered */
        get: operations["getApiV1CodesCode"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/confirmations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 就一次重大操作再次认证 / Confirm one grave act with password and code */
        post: operations["postApiV1Confirmations"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/consents": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 书面授权 / Consents given, or given to the own unit */
        get: operations["getApiV1Consents"];
        put?: never;
        /** 授权（本人），或登记纸质授权书 / Give a consent, or lodge one on paper */
        post: operations["postApiV1Consents"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/consents/{id}/withdrawal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 撤回授权 / Withdraw a consent, at once */
        post: operations["postApiV1ConsentsIdWithdrawal"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/desk": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 待办：逾期、今天、本周 / What is due: late, today, this week */
        get: operations["getApiV1Desk"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/documents": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 上传案件材料（正文即文件）：PDF、OFD、PNG、JPEG / Keep a document for a case; the body is the file: PDF, OFD, PNG, JPEG */
        post: operations["postApiV1Documents"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/enrolments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 核验身份后为信用主体开户 / Enrol a subject whose identity was seen */
        post: operations["postApiV1Enrolments"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/findings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 巡查发现 / Findings of the patrol */
        get: operations["getApiV1Findings"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/findings/{id}/decision": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 处置巡查发现 / Decide a finding */
        post: operations["postApiV1FindingsIdDecision"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/invitations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 开户申请 / Invitations */
        get: operations["getApiV1Invitations"];
        put?: never;
        /** 提出开户申请 / Propose an account */
        post: operations["postApiV1Invitations"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/invitations/{id}/approval": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 批准开户，得到一次性链接 / Approve it; gives the one-time link */
        post: operations["postApiV1InvitationsIdApproval"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/invitations/{id}/withdrawal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 撤回开户申请 / Withdraw it */
        post: operations["postApiV1InvitationsIdWithdrawal"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/items": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 数据清单 / The catalogue */
        get: operations["getApiV1Items"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/items/{item}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 一个事项的字段和校验 / An item's fields and checks */
        get: operations["getApiV1ItemsItem"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/items/{item}/submissions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 报送文件（正文即文件） / Send a file; the body is the file */
        post: operations["postApiV1ItemsItemSubmissions"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/items/{item}/template.{format}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 下载模板 / Download the empty table (csv or xlsx) */
        get: operations["getApiV1ItemsItemTemplateFormat"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/joinings/{token}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 一次性链接开立什么账号 / What a one-time link opens */
        get: operations["getApiV1JoiningsToken"];
        put?: never;
        /** 凭一次性链接开户或重设口令 / Open an account by a one-time link, or set its password anew */
        post: operations["postApiV1JoiningsToken"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/keys": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 密钥 / Keys of machines */
        get: operations["getApiV1Keys"];
        put?: never;
        /** 签发密钥（只显示一次） / Issue a key, shown once */
        post: operations["postApiV1Keys"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/keys/{id}/revocation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 注销密钥 / Revoke a key */
        post: operations["postApiV1KeysIdRevocation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/laws": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 法规登记册 / The register of laws, with how many rules rest on each */
        get: operations["getApiV1Laws"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/laws/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 一部法规和依据它的全部规则 / A law, and every rule that rests on it */
        get: operations["getApiV1LawsId"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/ledger/fsck": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 正在进行的和最近一次的核对 / The fsck that runs, and the last one */
        get: operations["getApiV1LedgerFsck"];
        put?: never;
        /** 开始核对全部数据与日志 / Begin to compare everything with the logs */
        post: operations["postApiV1LedgerFsck"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/ledger/searches": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 检索查询记录（审计） / Search the access ledger (audit); the search is itself recorded */
        post: operations["postApiV1LedgerSearches"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/ledger/state": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 日志状态：大小、根、签名、积压和最近一次核对 / The logs: size, root, signatures, what waits, and the last fsck */
        get: operations["getApiV1LedgerState"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/limits": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 各项限制 / Every limit */
        get: operations["getApiV1Limits"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/lists": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 名单和在列数 / The lists in force, with how many are on them */
        get: operations["getApiV1Lists"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/lists/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 一个名单：认定条件、移出条件、依据和相应措施 / A list: conditions, removal, articles, and the measures it leads to */
        get: operations["getApiV1ListsId"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/lists/spread": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 名单规模和防止泛化提示 / How wide lists are, and what asks for attention */
        get: operations["getApiV1ListsSpread"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/lists/spread.csv": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 名单规模（CSV） / How wide lists are, as CSV */
        get: operations["getApiV1ListsSpreadCsv"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/lookups": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 按代码查询（代码在正文中，含自然人） / A subject's file, the code in the body; the way to persons' files */
        post: operations["postApiV1Lookups"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/matters": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 办理事项及其相关的措施 / Matters, and what counts in each */
        get: operations["getApiV1Matters"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/file": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 本人信息 / The own file */
        get: operations["getApiV1MeFile"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/looks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 谁查询过我 / Who looked at me */
        get: operations["getApiV1MeLooks"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/repair-path": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 本人的修复路径 / One's own path to repair */
        get: operations["getApiV1MeRepairPath"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/measures": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 联合奖惩措施清单 / Rewards and constraints, with their articles */
        get: operations["getApiV1Measures"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/measures/use": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 奖惩措施的使用和效果：各措施、单位、区划 / Use and effect of measures, by measure, unit and region */
        get: operations["getApiV1MeasuresUse"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/openapi.json": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 接口文档 / This document */
        get: operations["getApiV1OpenapiJson"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/procedures": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 办事程序 / The procedures in force here */
        get: operations["getApiV1Procedures"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/procedures/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 一个程序：步骤、期限、依据和状态图 / A procedure: states, acts, deadlines, articles, and its diagram as SVG */
        get: operations["getApiV1ProceduresId"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/processing-rules": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 个人信息处理规则 / How personal data are processed (PIPL art. 17) */
        get: operations["getApiV1ProcessingRules"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/purposes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 查询目的 / The purposes of asking */
        get: operations["getApiV1Purposes"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/quality": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 数据质量 / Data quality */
        get: operations["getApiV1Quality"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/recalls": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 待本单位确认的召回 / Recalls that wait for the own unit, each signed */
        get: operations["getApiV1Recalls"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/records": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 列出记录 / Records across organisations, newest first */
        get: operations["getApiV1Records"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/records.csv": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 下载记录清单（CSV），最多一万行 / Records as a table (CSV), at most ten thousand rows */
        get: operations["getApiV1RecordsCsv"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/regions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 行政区划：本省及其市、县 / Divisions in force: the province, its cities and counties */
        get: operations["getApiV1Regions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/reports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 出具信用报告 / Issue a credit report */
        post: operations["postApiV1Reports"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/reports/{number}.{format}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 取报告（json、html、pdf） / The kept report as json, html or pdf */
        get: operations["getApiV1ReportsNumberFormat"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/reports/{number}/confirmation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 核验报告 / Confirm a report */
        get: operations["getApiV1ReportsNumberConfirmation"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/requests": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 权利请求：本人的，或待答复的（先到期的在前） / Requests of data subjects: one's own, or those to answer, the earliest due first */
        get: operations["getApiV1Requests"];
        put?: never;
        /** 提出权利请求 / Make a request */
        post: operations["postApiV1Requests"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/requests/{number}/decision": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 答复权利请求 / Answer it, with reasons */
        post: operations["postApiV1RequestsNumberDecision"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/requests/{number}/referral": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 转请其他单位核查 / Another unit must be asked */
        post: operations["postApiV1RequestsNumberReferral"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/requests/{number}/withdrawal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 撤回权利请求 / Take it back */
        post: operations["postApiV1RequestsNumberWithdrawal"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/rights": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 个人信息权利 / What data subjects may ask for */
        get: operations["getApiV1Rights"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/roles": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 角色 / The roles and what they open */
        get: operations["getApiV1Roles"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/rules/editions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 留存的规则版本，最新的在前 / The editions of the rules that are kept, newest first */
        get: operations["getApiV1RulesEditions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/rules/editions/{edition}/changes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 一个规则版本改了什么 / What an edition of the rules changed */
        get: operations["getApiV1RulesEditionsEditionChanges"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/rules/files/{path}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 现行规则文件的原文 / The text of a rule file in force */
        get: operations["getApiV1RulesFilesPath"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/rules/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 规则变更预演：改了这些规则文件，谁会新受约束、解除或者变化 / What a change of rule files would do: who is newly bound, freed, or bound otherwise */
        post: operations["postApiV1RulesPreview"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/screen": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 名称模糊比对 / Whose name could this be */
        get: operations["getApiV1Screen"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/search": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 按名称、拼音、代码找组织 / Find organisations by name, pinyin or code */
        get: operations["getApiV1Search"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/session": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 当前会话 / Who is signed in, and what they may */
        get: operations["getApiV1Session"];
        put?: never;
        /** 登录 / Sign in; the session comes as a cookie */
        post: operations["postApiV1Session"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/session/end": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 退出 / Sign out */
        post: operations["postApiV1SessionEnd"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sessions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 我的会话 / The account's sessions */
        get: operations["getApiV1Sessions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sessions/end-others": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 结束其他会话 / End the account's other sessions */
        post: operations["postApiV1SessionsEndOthers"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/statistics/looks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 查询量：按日和目的，及社会公众查询量；限公共信用信息机构和审计 / Looks by day and purpose, and anonymous views; for the credit centre and auditors */
        get: operations["getApiV1StatisticsLooks"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/statistics/quality": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 报送情况：按月、提供单位和事项 / Submissions by month, provider and item */
        get: operations["getApiV1StatisticsQuality"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/statistics/records": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 公开记录数：按事项和市，不含自然人 / Published records by item and city; of no person */
        get: operations["getApiV1StatisticsRecords"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/subjects/{code}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 按代码查询信用主体 / A subject's file, by any of its codes */
        get: operations["getApiV1SubjectsCode"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/subjects/{code}/repair-notices": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 信用修复告知书（随处罚决定送达） / Repair notices that go out with penalties, to print; purpose own_submission for their provider */
        get: operations["getApiV1SubjectsCodeRepairNotices"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/subjects/{code}/repair-path": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 修复路径（办理人员） / A subject's path to repair, for those who handle its cases */
        get: operations["getApiV1SubjectsCodeRepairPath"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/submissions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 最近的回执 / The latest receipts */
        get: operations["getApiV1Submissions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/submissions/{number}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 回执 / A receipt */
        get: operations["getApiV1SubmissionsNumber"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/submissions/{number}/rejects": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 拒收的行，逐格说明问题 / The refused rows, and what is wrong with which cell */
        get: operations["getApiV1SubmissionsNumberRejects"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/submissions/{number}/rejects.{format}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 下载拒收清单 / Download the reject file (csv or xlsx) */
        get: operations["getApiV1SubmissionsNumberRejectsFormat"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/submissions/{number}/rows/{row}/proof": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 一行的回执证明（tlog-proof） / The proof that a row was accepted or refused (tlog-proof) */
        get: operations["getApiV1SubmissionsNumberRowsRowProof"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/units": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 单位 / Units */
        get: operations["getApiV1Units"];
        put?: never;
        /** 登记单位 / Register a unit */
        post: operations["postApiV1Units"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/units/{code}/closing": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 停用单位 / Close a unit */
        post: operations["postApiV1UnitsCodeClosing"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/assets/{file}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 网页文件 / Files of the pages */
        get: operations["getAssetsFile"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/breaches": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 期限公示 / Missed deadlines */
        get: operations["getBreaches"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/cases": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 我的案件 / My cases */
        get: operations["getCases"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/cases/{rest}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 一个案件 / A case */
        get: operations["getCasesRest"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/catalogue": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 信息清单 / The catalogue */
        get: operations["getCatalogue"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/catalogue/{item}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 一个事项 / An item */
        get: operations["getCatalogueItem"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/confirm": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 核验报告 / Confirm a report */
        get: operations["getConfirm"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/confirm/{number}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 核验一份报告 / Confirm one report */
        get: operations["getConfirmNumber"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/embed/check": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 在审批系统的框架内显示已签名的核查答复 / Shows a signed answer of a check within the frame of an approval system */
        post: operations["postEmbedCheck"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/feeds/records.atom": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 最新公示（Atom） / What was published last (Atom, RFC 4287) */
        get: operations["getFeedsRecordsAtom"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/healthz": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 健康：新鲜且一致 / Health: fresh and consistent */
        get: operations["getHealthz"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/icon.svg": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 图标 / Icon */
        get: operations["getIconSvg"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/join/{token}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 凭链接开户 / Open an account by a link */
        get: operations["getJoinToken"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/kiosk": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 信用查询机 / Kiosk */
        get: operations["getKiosk"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/kiosk/{rest}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 信用查询机各页 / Pages of the kiosk */
        get: operations["getKioskRest"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/laws": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 法规 / Laws */
        get: operations["getLaws"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/laws/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 一部法规 / A law */
        get: operations["getLawsId"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/lists": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 名单 / Lists */
        get: operations["getLists"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/lists/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 一份名单 / A list */
        get: operations["getListsId"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/log/{lane}/checkpoint": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 已签名的检查点 / The signed checkpoint (C2SP tlog-checkpoint); lane: facts, access */
        get: operations["getLogLaneCheckpoint"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/log/{lane}/tile/{tile}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 日志的哈希瓦片和条目 / Hashes and entries of the log (C2SP tlog-tiles) */
        get: operations["getLogLaneTileTile"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/log/keys": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 日志公钥（log.pub） / The logs' public keys (log.pub), C2SP vkeys */
        get: operations["getLogKeys"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/matters": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 核查事项 / Matters */
        get: operations["getMatters"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/me": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 我的 / My account */
        get: operations["getMe"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/me/{rest}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 我的各页 / Pages of my account */
        get: operations["getMeRest"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/measures": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 奖惩措施 / Measures */
        get: operations["getMeasures"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/metrics": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 指标 / Metrics, Prometheus text */
        get: operations["getMetrics"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/org/{code}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 组织的公开信息 / An organisation's public file */
        get: operations["getOrgCode"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/plain": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 首页 / Home page */
        get: operations["getPlain"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/plain/breaches": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 期限公示 / How the units keep their time limits */
        get: operations["getPlainBreaches"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/plain/cases": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 案件 / Cases */
        get: operations["getPlainCases"];
        put?: never;
        /** 提出 / Open a case */
        post: operations["postPlainCases"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/plain/cases/{number}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 案件 / A case */
        get: operations["getPlainCasesNumber"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/plain/cases/{number}/acts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 办理 / Act in a case */
        post: operations["postPlainCasesNumberActs"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/plain/cases/{number}/decisions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 决定 / Decide in a case, confirmed */
        post: operations["postPlainCasesNumberDecisions"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/plain/cases/decided": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 提出并确认 / Open one that decides, confirmed */
        post: operations["postPlainCasesDecided"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/plain/cases/new": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 提出 / Open a case */
        get: operations["getPlainCasesNew"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/plain/check": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 核查页 / The check, as a page */
        get: operations["getPlainCheck"];
        put?: never;
        /** 核查 / Checks, and shows the answer as a page */
        post: operations["postPlainCheck"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/plain/confirm/{number}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 核验报告 / Confirm a report */
        get: operations["getPlainConfirmNumber"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/plain/desk": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 待办 / What is due */
        get: operations["getPlainDesk"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/plain/join/{token}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 凭链接开户 / Open an account by a link */
        get: operations["getPlainJoinToken"];
        put?: never;
        /** 开户 / Open it */
        post: operations["postPlainJoinToken"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/plain/me": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 我的账号 / The own account */
        get: operations["getPlainMe"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/plain/me/consents": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 书面授权 / Consents */
        get: operations["getPlainMeConsents"];
        put?: never;
        /** 授权 / Give a consent */
        post: operations["postPlainMeConsents"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/plain/me/consents/withdraw": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 撤回授权 / Withdraw one */
        post: operations["postPlainMeConsentsWithdraw"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/plain/me/file": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 本人信息 / The own file */
        get: operations["getPlainMeFile"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/plain/me/looks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 谁查询过我 / Who looked at me */
        get: operations["getPlainMeLooks"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/plain/me/password": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 更换口令 / Change the password */
        post: operations["postPlainMePassword"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/plain/me/repair": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 信用修复路径 / The own path to repair */
        get: operations["getPlainMeRepair"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/plain/me/requests": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 权利请求 / Requests */
        get: operations["getPlainMeRequests"];
        put?: never;
        /** 提出权利请求 / Make a request */
        post: operations["postPlainMeRequests"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/plain/me/requests/withdraw": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 撤回权利请求 / Take one back */
        post: operations["postPlainMeRequestsWithdraw"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/plain/org/{code}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 组织的公开信息 / An organisation's public file */
        get: operations["getPlainOrgCode"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/plain/procedures": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 办事程序 / Procedures */
        get: operations["getPlainProcedures"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/plain/procedures/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 一个程序 / A procedure */
        get: operations["getPlainProceduresId"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/plain/sign-in": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 登录页 / Page to sign in */
        get: operations["getPlainSignIn"];
        put?: never;
        /** 登录 / Sign in */
        post: operations["postPlainSignIn"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/plain/sign-out": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 退出 / Sign out */
        post: operations["postPlainSignOut"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/procedures": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 办事指南 / Procedures */
        get: operations["getProcedures"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/procedures/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 一个程序 / A procedure */
        get: operations["getProceduresId"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/processing-rules": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 个人信息处理规则 / How personal information is handled */
        get: operations["getProcessingRules"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/publicity": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 双公示 / Permits and penalties */
        get: operations["getPublicity"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/sign-in": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 登录 / Sign in */
        get: operations["getSignIn"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/statistics": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 数据 / Statistics */
        get: operations["getStatistics"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/witness/add-checkpoint": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 请本节点见证检查点 / Have this node cosign a checkpoint (C2SP tlog-witness) */
        post: operations["postWitnessAddCheckpoint"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/work": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 工作台 / Workbench */
        get: operations["getWork"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/work/{rest}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 工作台各页 / Pages of the workbench */
        get: operations["getWorkRest"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        AbsenceCertificate: {
            certificate: string;
            code: string;
            item: string;
            item_label: components["schemas"]["Words"];
            map_proof: string;
            state: string;
            vrf_proof: string;
        };
        AccountView: {
            certificate: boolean;
            grant: components["schemas"]["Grant"];
            is_subject: boolean;
            name: string;
            /** Format: date-time */
            password_set: string;
            person: string;
            second_factor: boolean;
            state: string;
            unit: string;
            unit_name: string;
        };
        ActAnswer: {
            act: string;
            actor: string;
            /** Format: date-time */
            at: string;
            body: Record<string, never>;
            id: string;
            kind: string;
            /** Format: int64 */
            leaf: number;
            unit: string;
            /** Format: int64 */
            version: number;
        };
        ActForm: {
            act: string;
            /** Format: int32 */
            after: number;
            documents: components["schemas"]["AttachedDocument"][];
            fields: components["schemas"]["FieldValue"][];
        };
        AsOf: {
            /** Format: date */
            day: string;
            /** Format: date-time */
            known: string;
        };
        AttachedDocument: {
            /** Format: int64 */
            bytes: number;
            kind: string;
            media: string;
            name: string;
            sha256: string;
        };
        AuditCount: {
            /** Format: int64 */
            count: number;
            label: components["schemas"]["Words"];
            what: string;
        };
        AuditProgress: {
            /** Format: int64 */
            compared: number;
            doing: components["schemas"]["Words"];
            /** Format: int64 */
            entries: number;
            /** Format: int32 */
            step: number;
            /** Format: int32 */
            steps: number;
        };
        Breach: {
            article: components["schemas"]["Words"];
            basis: string;
            /** Format: int32 */
            days_late: number;
            deadline: string;
            deadline_label: components["schemas"]["Words"];
            /** Format: date */
            done?: string;
            /** Format: date */
            due: string;
            label: components["schemas"]["Words"];
            number: string;
            procedure: string;
            provisional: boolean;
            unit: string;
            unit_name: string;
        };
        BreachLedger: {
            breaches: components["schemas"]["Breach"][];
            complete: boolean;
            /** Format: date */
            from: string;
            /** Format: date */
            to: string;
            units: components["schemas"]["UnitConduct"][];
        };
        CampaignCount: {
            /** Format: int64 */
            closed: number;
            key: string;
            label: components["schemas"]["Words"];
            /** Format: int64 */
            late: number;
            /** Format: int64 */
            tasks: number;
        };
        CampaignForm: {
            basis: string;
            codes: string[];
            id: string;
            items: string[];
            lists: string[];
            regions: string[];
            severity: string;
            task: string;
            title: string;
            units: components["schemas"]["CampaignUnit"][];
        };
        CampaignProgress: {
            article: components["schemas"]["Words"];
            by_state: components["schemas"]["CampaignCount"][];
            by_unit: components["schemas"]["CampaignCount"][];
            closed: boolean;
            /** Format: int64 */
            done: number;
            form: components["schemas"]["CampaignForm"];
            /** Format: int64 */
            late: number;
            /** Format: date */
            started: string;
            /** Format: int64 */
            tasks: number;
            /** Format: int64 */
            without_unit: number;
        };
        CampaignUnit: {
            region: string;
            unit: string;
        };
        CaseForm: {
            act: string;
            code: string;
            documents: components["schemas"]["AttachedDocument"][];
            fields: components["schemas"]["FieldValue"][];
            procedure: string;
            record: string;
        };
        CaseLine: {
            closed: boolean;
            /** Format: int32 */
            days_left?: number;
            /** Format: date */
            due?: string;
            label: components["schemas"]["Words"];
            number: string;
            officer: string;
            /** Format: date-time */
            opened: string;
            procedure: string;
            state: string;
            state_label: components["schemas"]["Words"];
            subject_name: string;
            unit: string;
        };
        CaseView: {
            basis: string;
            can: components["schemas"]["OfferedAct"][];
            closed: boolean;
            deadlines: components["schemas"]["ShownDeadline"][];
            item: string;
            label: components["schemas"]["Words"];
            number: string;
            officer: string;
            /** Format: date-time */
            opened: string;
            outcome: components["schemas"]["Words"];
            procedure: string;
            provider: string;
            record: string;
            state: string;
            state_label: components["schemas"]["Words"];
            steps: components["schemas"]["ShownStep"][];
            /** Format: int32 */
            steps_done: number;
            subject: string;
            subject_name: string;
        };
        CellError: {
            basis: string;
            /** Format: int64 */
            column?: number;
            field: string;
            id: string;
            message: components["schemas"]["Words"];
            remedy: components["schemas"]["Words"];
        };
        CertificateForm: {
            certificate: string;
        };
        ChangedFile: {
            path: string;
            text?: string;
        };
        CheckAnswer: {
            business: string;
            code: string;
            constraints: components["schemas"]["CheckedMeasure"][];
            /** Format: date */
            day: string;
            edition: string;
            facts: components["schemas"]["CheckedFact"][];
            found: boolean;
            kind: string;
            /** Format: date-time */
            known: string;
            limits: components["schemas"]["CheckedLimit"][];
            matter: string;
            matter_label: components["schemas"]["Words"];
            name: string;
            number: string;
            purpose: string;
            resting: components["schemas"]["CheckedMeasure"][];
            rewards: components["schemas"]["CheckedMeasure"][];
            searched: components["schemas"]["CheckSearched"];
            statement: string;
            summary: components["schemas"]["Words"];
            unit: string;
        };
        CheckComparison: {
            changes: components["schemas"]["ComparedMeasure"][];
            now: components["schemas"]["CheckAnswer"];
            other_rules: boolean;
            summary: components["schemas"]["Words"];
            then: components["schemas"]["CheckAnswer"];
        };
        CheckedFact: {
            caption: string;
            /** Format: date */
            decided_on?: string;
            disputed: boolean;
            document_number: string;
            item: string;
            item_label: components["schemas"]["Words"];
            record: string;
            state: string;
            /** Format: date */
            valid_to?: string;
        };
        CheckedLimit: {
            article: components["schemas"]["Words"];
            basis: string;
            ends_soon: boolean;
            ground: components["schemas"]["CheckGround"];
            label: components["schemas"]["Words"];
            lifted_by: components["schemas"]["Words"];
            limit: string;
            office: components["schemas"]["Words"];
            role: components["schemas"]["Words"];
            /** Format: date */
            since: string;
            /** Format: date */
            until?: string;
        };
        CheckedMeasure: {
            article: components["schemas"]["Words"];
            basis: string;
            carried_out_by: components["schemas"]["Words"];
            content: components["schemas"]["Words"];
            ends_soon: boolean;
            force: string;
            ground: components["schemas"]["CheckGround"];
            label: components["schemas"]["Words"];
            lifted_by: components["schemas"]["Words"];
            measure: string;
            proportion: components["schemas"]["Words"];
            provisional: boolean;
            relation: components["schemas"]["Words"];
            /** Format: date */
            since: string;
            /** Format: date */
            until?: string;
            why: components["schemas"]["Words"];
        };
        CheckFileState: {
            /** Format: date-time */
            begun: string;
            business: string;
            /** Format: int64 */
            done: number;
            /** Format: int64 */
            found: number;
            matter: string;
            number: string;
            purpose: string;
            /** Format: int64 */
            refused: number;
            /** Format: int64 */
            rows: number;
            sha256: string;
            state: string;
            unit: string;
        };
        CheckForm: {
            business?: string;
            code?: string;
            codes?: string[];
            consent?: string;
            form?: string;
            matter: string;
            purpose: string;
        };
        CheckGround: {
            /** Format: date */
            decided_on?: string;
            disputed: boolean;
            document_number: string;
            issuing_body: string;
            item: string;
            item_label: components["schemas"]["Words"];
            list: string;
            list_label: components["schemas"]["Words"];
            record: string;
        };
        CheckSearched: {
            facts: string[];
            limits: string[];
            lists: string[];
            measures: string[];
        };
        CheckSummary: {
            basis: string;
            id: string;
            message: components["schemas"]["Words"];
            remedy: components["schemas"]["Words"];
            warning: boolean;
        };
        CitingRule: {
            article: components["schemas"]["Words"];
            basis: string;
            id: string;
            kind: string;
            kind_label: components["schemas"]["Words"];
            label: components["schemas"]["Words"];
        };
        CodeAnswer: {
            code: string;
            faults: components["schemas"]["CodeFact"][];
            in_force: boolean;
            known: boolean;
            registered: boolean;
            scheme: string;
            well_formed: boolean;
        };
        CodeFact: {
            id: string;
            message: components["schemas"]["Words"];
        };
        ComparedMeasure: {
            change: string;
            label: components["schemas"]["Words"];
            measure: string;
            record: string;
            /** Format: date */
            until_now?: string;
            /** Format: date */
            until_then?: string;
        };
        Confirmation: {
            genuine: boolean;
            /** Format: date-time */
            made: string;
            number: string;
            sha256: string;
            state: string;
            subject_name: string;
            /** Format: date-time */
            superseded?: string;
        };
        ConfirmationAnswer: {
            confirmation: string;
            /** Format: int64 */
            seconds: number;
        };
        ConfirmationForm: {
            act: string;
            code: string;
            password: string;
        };
        Consent: {
            document: string;
            document_sha256: string;
            /** Format: date */
            from: string;
            given: string;
            grantee: string;
            grantee_name: string;
            id: string;
            items: string[];
            subject: string;
            /** Format: date */
            to: string;
            use: string;
            /** Format: date */
            withdrawn?: string;
        };
        ConsentForm: {
            code: string;
            document: string;
            document_sha256: string;
            /** Format: date */
            from: string;
            grantee: string;
            items: string[];
            /** Format: date */
            to: string;
            use: string;
        };
        Cosigned: {
            /** Format: date-time */
            at: string;
            origin: string;
            root: string;
            /** Format: int64 */
            size: number;
            statement: string;
        };
        DayViews: {
            /** Format: date */
            day: string;
            /** Format: int64 */
            views: number;
        };
        DescribedAct: {
            article: components["schemas"]["Words"];
            basis: string;
            by: components["schemas"]["Named"][];
            conditions: components["schemas"]["Words"][];
            decides: boolean;
            effects: components["schemas"]["Words"][];
            fields: components["schemas"]["DescribedField"][];
            from: components["schemas"]["Named"][];
            from_any: boolean;
            id: string;
            label: components["schemas"]["Words"];
            opens: boolean;
            to?: components["schemas"]["Named"];
        };
        DescribedDeadline: {
            article: components["schemas"]["Words"];
            basis: string;
            counted_from: components["schemas"]["Words"];
            ends: components["schemas"]["Named"][];
            id: string;
            label: components["schemas"]["Words"];
            length: components["schemas"]["Words"];
            owed_by: components["schemas"]["Named"];
            paused_in: components["schemas"]["Named"][];
            provisional: boolean;
            replaces: components["schemas"]["Named"][];
            starts: components["schemas"]["Named"][];
        };
        DescribedDocument: {
            article: components["schemas"]["Words"];
            basis: string;
            id: string;
            label: components["schemas"]["Words"];
        };
        DescribedField: {
            choices: components["schemas"]["Named"][];
            id: string;
            label: components["schemas"]["Words"];
            /** Format: int32 */
            length: number;
            read_by: components["schemas"]["Named"][];
            required: boolean;
            type: string;
        };
        DescribedState: {
            id: string;
            label: components["schemas"]["Words"];
            outcome: components["schemas"]["Words"];
            owner?: components["schemas"]["Named"];
        };
        Desk: {
            /** Format: int64 */
            late: number;
            /** Format: int64 */
            later: number;
            lines: components["schemas"]["DeskLine"][];
            /** Format: int64 */
            paused: number;
            /** Format: int64 */
            today: number;
            /** Format: int64 */
            week: number;
        };
        DeskLine: {
            deadline: components["schemas"]["ShownDeadline"];
            label: components["schemas"]["Words"];
            number: string;
            officer: string;
            procedure: string;
            state_label: components["schemas"]["Words"];
            subject_name: string;
            unit: string;
            unit_name: string;
            when: string;
        };
        Difference: {
            id: string;
            message: components["schemas"]["Words"];
            where: string;
        };
        DisclosedFile: {
            archived: components["schemas"]["ShownRecord"][];
            as_of: components["schemas"]["AsOf"];
            audience: string;
            complete: boolean;
            edition: string;
            limited_to_items: string[];
            limited_to_regions: string[];
            records: components["schemas"]["ShownRecord"][];
            subject: components["schemas"]["ShownSubject"];
            withheld: components["schemas"]["WithheldCount"][];
        };
        DisclosedPage: {
            as_of: components["schemas"]["AsOf"];
            next: string;
            records: components["schemas"]["ListedRecord"][];
            withheld: components["schemas"]["WithheldCount"][];
        };
        Done: {
            done: boolean;
        };
        DryRun: {
            fails_day_before: boolean;
            passes_that_day: boolean;
            verified: boolean;
            withheld_afterwards: boolean;
        };
        EditionChanges: {
            edition: string;
            files: components["schemas"]["FileDifference"][];
            since?: string;
        };
        EnrolmentForm: {
            code: string;
            evidence: string;
        };
        ErrorTotal: {
            basis: string;
            id: string;
            message: components["schemas"]["Words"];
            /** Format: int64 */
            rows: number;
            warning: boolean;
        };
        FieldSummary: {
            choices: string[];
            code: string;
            label: components["schemas"]["Words"];
            /** Format: int64 */
            length: number;
            note: string;
            personal: boolean;
            provisional: boolean;
            required: boolean;
        };
        FieldValue: {
            id: string;
            value: string;
        };
        FileDifference: {
            change: string;
            change_label: components["schemas"]["Words"];
            id: string;
            keys: components["schemas"]["KeyDifference"][];
            kind: string;
            kind_label: components["schemas"]["Words"];
            label: components["schemas"]["Words"];
            path: string;
        };
        FindingDecision: {
            decision: string;
            note: string;
        };
        FsckRun: {
            account: string;
            checked: components["schemas"]["AuditCount"][];
            deep: boolean;
            differences: components["schemas"]["Difference"][];
            failure?: components["schemas"]["Words"];
            /** Format: date-time */
            finished?: string;
            kind_label: components["schemas"]["Words"];
            progress?: components["schemas"]["AuditProgress"];
            /** Format: int64 */
            seconds?: number;
            /** Format: date-time */
            started: string;
            state: string;
            state_label: components["schemas"]["Words"];
            unit: string;
        };
        FsckState: {
            last?: components["schemas"]["FsckRun"];
            running?: components["schemas"]["FsckRun"];
        };
        Grant: {
            items: string[];
            purposes: string[];
            regions: string[];
            roles: string[];
        };
        GridRow: {
            cells: string[];
            errors: components["schemas"]["CellError"][];
            /** Format: int64 */
            row: number;
        };
        Health: {
            /** Format: int64 */
            access_backlog: number;
            /** Format: date-time */
            certificate_expires?: string;
            certificate_warning?: components["schemas"]["Words"];
            edition: string;
            /** Format: int64 */
            facts_backlog: number;
            healthy: boolean;
            /** Format: date-time */
            indexed: string;
            /** Format: int64 */
            organizations: number;
        };
        InvitationForm: {
            grant: components["schemas"]["Grant"];
            person: string;
            unit: string;
        };
        InvitationView: {
            account: string;
            approved_by: string;
            /** Format: date-time */
            expires?: string;
            grant: components["schemas"]["Grant"];
            id: string;
            person: string;
            proposed_by: string;
            state: string;
            unit: string;
        };
        IssuedKey: {
            key: components["schemas"]["KeyView"];
            secret: string;
        };
        ItemDetail: {
            basis: string[];
            checks: components["schemas"]["CheckSummary"][];
            fields: components["schemas"]["FieldSummary"][];
            id: string;
            item_class: string;
            label: components["schemas"]["Words"];
            providers: string[];
            standard: string;
            validity: string;
        };
        ItemSummary: {
            /** Format: int64 */
            fields: number;
            id: string;
            item_class: string;
            label: components["schemas"]["Words"];
        };
        JoinForm: {
            code: string;
            name: string;
            password: string;
            totp_secret: string;
        };
        Joining: {
            account: string;
            person: string;
            roles: components["schemas"]["Words"][];
            second_factor: boolean;
            totp_secret: string;
            unit: string;
            unit_name: string;
        };
        JoiningAnswer: {
            joining: components["schemas"]["Joining"];
            totp_address: string;
            totp_qr: string;
        };
        KeptDocument: {
            /** Format: int64 */
            bytes: number;
            media_type: string;
            name: string;
            sha256: string;
        };
        KeptEdition: {
            edition: string;
            /** Format: date-time */
            since: string;
            /** Format: date-time */
            until?: string;
        };
        KeyDifference: {
            after?: string;
            before?: string;
            key: string;
        };
        KeyForm: {
            certificate: string;
            /** Format: date */
            expires: string;
            grant: components["schemas"]["Grant"];
            label: string;
            mode: string;
            /** Format: int64 */
            per_minute: number;
            unit: string;
        };
        KeyView: {
            active: boolean;
            certificate: string;
            /** Format: date */
            expires: string;
            grant: components["schemas"]["Grant"];
            id: string;
            label: string;
            mode: string;
            /** Format: int64 */
            per_minute: number;
            unit: string;
        };
        LaneAnswer: {
            /** Format: int64 */
            backlog: number;
            /** Format: date-time */
            committed?: string;
            label: components["schemas"]["Words"];
            lane: string;
            root: string;
            signatures: components["schemas"]["LaneSignature"][];
            /** Format: int64 */
            size: number;
            sound: boolean;
            /** Format: int64 */
            unmoved: number;
        };
        LaneSignature: {
            /** Format: date-time */
            at?: string;
            kind: string;
            kind_label: components["schemas"]["Words"];
            name: string;
        };
        LawDetail: {
            cited_by: components["schemas"]["CitingRule"][];
            law: components["schemas"]["LawSummary"];
        };
        LawSummary: {
            /** Format: date */
            adopted: string;
            /** Format: int64 */
            articles: number;
            /** Format: date */
            ended?: string;
            id: string;
            /** Format: date */
            in_force: string;
            issuer: string;
            level: string;
            level_label: components["schemas"]["Words"];
            number: string;
            provisional: boolean;
            /** Format: int64 */
            rules: number;
            title: components["schemas"]["Words"];
        };
        LedgerEntry: {
            asker: string;
            /** Format: date-time */
            at: string;
            basis: string;
            channel: string;
            consent: string;
            items: string;
            /** Format: int64 */
            leaf: number;
            matter: string;
            /** Format: int64 */
            number: number;
            purpose: string;
            request: string;
            /** Format: date */
            sealed_until?: string;
            /** Format: int32 */
            shown: number;
            subject: string;
            unit: string;
            unit_code: string;
            /** Format: int32 */
            withheld: number;
        };
        LedgerForm: {
            asker?: string;
            /** Format: int64 */
            before?: number;
            code?: string;
            /** Format: date */
            from?: string;
            /** Format: int64 */
            limit?: number;
            matter?: string;
            purpose?: string;
            reason: string;
            /** Format: date */
            to?: string;
            unit?: string;
        };
        LedgerState: {
            fsck: components["schemas"]["FsckState"];
            fsck_here: boolean;
            lanes: components["schemas"]["LaneAnswer"][];
            witnessed: components["schemas"]["Cosigned"][];
        };
        LimitsAnswer: {
            /** Format: int64 */
            account_per_minute: number;
            /** Format: int64 */
            anonymous_per_minute: number;
            /** Format: int64 */
            file_form_bytes: number;
            /** Format: int64 */
            form_bytes: number;
            /** Format: int64 */
            header_bytes: number;
            /** Format: int64 */
            long_work: number;
            /** Format: int64 */
            page_rows: number;
            /** Format: int64 */
            sign_ins_per_minute: number;
            /** Format: int64 */
            upload_bytes: number;
            /** Format: int64 */
            url_bytes: number;
        };
        LinkAnswer: {
            address: string;
            /** Format: date-time */
            expires: string;
            invitation: string;
        };
        ListedRecord: {
            basis: string;
            caption: string;
            /** Format: date */
            decided_on?: string;
            /** Format: date */
            disclosure_end?: string;
            document_number: string;
            /** Format: date */
            earliest_repair?: string;
            fields: components["schemas"]["ShownField"][];
            issuing_body: string;
            issuing_body_code: string;
            item: string;
            item_label: components["schemas"]["Words"];
            marks: components["schemas"]["ShownMark"][];
            nature: string;
            provisional: boolean;
            /** Format: date */
            publicity_end?: string;
            reason: components["schemas"]["Words"];
            record: string;
            section: string;
            severity: string;
            source: components["schemas"]["Provenance"];
            subject: string;
            subject_code: string;
            subject_name: string;
            /** Format: date */
            valid_from?: string;
            /** Format: date */
            valid_to?: string;
            /** Format: int32 */
            version: number;
        };
        ListLine: {
            area: components["schemas"]["Words"];
            basis: string[];
            id: string;
            label: components["schemas"]["Words"];
            /** Format: int64 */
            on: number;
            provisional: boolean;
            recognised_by: components["schemas"]["Words"];
            sort: string;
        };
        ListMeasureLine: {
            article: components["schemas"]["Words"];
            force: string;
            id: string;
            label: components["schemas"]["Words"];
            lifted_by: components["schemas"]["Words"];
        };
        ListSpread: {
            by_kind: components["schemas"]["SpreadShare"][];
            by_region: components["schemas"]["SpreadShare"][];
            /** Format: int64 */
            disputed: number;
            /** Format: int64 */
            entered: number;
            flags: components["schemas"]["SpreadFlag"][];
            /** Format: int64 */
            growth_percent?: number;
            label: components["schemas"]["Words"];
            /** Format: int64 */
            left: number;
            list: string;
            months: components["schemas"]["SpreadMonth"][];
            /** Format: int64 */
            on: number;
            /** Format: int64 */
            repaired: number;
            /** Format: int64 */
            size_known: number;
            /** Format: int64 */
            small: number;
            sort: string;
            /** Format: int64 */
            withdrawn: number;
            /** Format: int64 */
            year_ago: number;
        };
        ListView: {
            articles: components["schemas"]["Words"][];
            conditions: components["schemas"]["Words"];
            evidence: components["schemas"]["Words"];
            /** Format: date */
            from: string;
            line: components["schemas"]["ListLine"];
            measures: components["schemas"]["ListMeasureLine"][];
            publicity: components["schemas"]["Words"];
            removal: components["schemas"]["Words"];
            /** Format: int32 */
            term_months: number;
            /** Format: date */
            to?: string;
        };
        Look: {
            article: components["schemas"]["Words"];
            /** Format: date-time */
            at: string;
            basis: string;
            channel: string;
            consent: string;
            item_labels: components["schemas"]["Words"][];
            items: string[];
            matter: string;
            /** Format: int64 */
            number: number;
            purpose: string;
            purpose_label: components["schemas"]["Words"];
            /** Format: int32 */
            shown: number;
            unit: string;
            unit_code: string;
            was_sealed: boolean;
            /** Format: int32 */
            withheld: number;
        };
        LookCounts: {
            /** Format: date */
            from: string;
            looks: components["schemas"]["PurposeLooks"][];
            public_views: components["schemas"]["DayViews"][];
            /** Format: date */
            to: string;
        };
        LooksAtMe: {
            complete: boolean;
            looks: components["schemas"]["Look"][];
            next: string;
            public_views: components["schemas"]["DayViews"][];
            subject: string;
            /** Format: int64 */
            total: number;
        };
        LookupForm: {
            as_of?: string;
            code: string;
            consent?: string;
            known?: string;
            matter?: string;
            purpose?: string;
            sealed?: boolean;
        };
        MatterView: {
            article: components["schemas"]["Words"];
            basis: string;
            facts: string[];
            id: string;
            kind: string;
            label: components["schemas"]["Words"];
            limits: string[];
            measures: string[];
            purposes: string[];
        };
        Measure: {
            higher_is_better: boolean;
            id: string;
            label: components["schemas"]["Words"];
            meaning: components["schemas"]["Words"];
            provisional: boolean;
            value: components["schemas"]["Share"];
        };
        MeasureAtUnit: {
            counts: components["schemas"]["MeasureCounts"];
            label: components["schemas"]["Words"];
            measure: string;
            region: string;
            region_name: string;
            unit: string;
            unit_name: string;
        };
        MeasureCounts: {
            /** Format: int64 */
            applied: number;
            /** Format: int64 */
            fell: number;
            /** Format: int64 */
            ground_corrected: number;
            /** Format: int64 */
            ground_repaired: number;
            /** Format: int64 */
            ground_withdrawn: number;
            /** Format: int64 */
            late: number;
            /** Format: int64 */
            not_applied: number;
            /** Format: int64 */
            overturned: number;
            /** Format: int64 */
            told: number;
            /** Format: int64 */
            unanswered: number;
            why_not: components["schemas"]["MeasureNotApplied"];
        };
        MeasureNotApplied: {
            /** Format: int64 */
            exempt: number;
            /** Format: int64 */
            ground_gone: number;
            /** Format: int64 */
            other: number;
            /** Format: int64 */
            put_right: number;
            /** Format: int64 */
            unrelated: number;
        };
        MeasureOutcome: {
            article: components["schemas"]["Words"];
            basis: string;
            counts: components["schemas"]["MeasureCounts"];
            effect: string;
            force: string;
            label: components["schemas"]["Words"];
            measure: string;
            mostly_overturned: boolean;
            never_applied: boolean;
        };
        MeasureUse: {
            edition: string;
            /** Format: date */
            from: string;
            measure: string;
            measures: components["schemas"]["MeasureOutcome"][];
            region: string;
            /** Format: date */
            to: string;
            units: components["schemas"]["MeasureAtUnit"][];
        };
        MeasureView: {
            article: components["schemas"]["Words"];
            basis: string;
            carried_out_by: components["schemas"]["Words"];
            content: components["schemas"]["Words"];
            effect: string;
            force: string;
            /** Format: date */
            from: string;
            grounds: string[];
            id: string;
            label: components["schemas"]["Words"];
            lifted_by: components["schemas"]["Words"];
            matters: string[];
            measure_class: string;
            /** Format: int32 */
            months: number;
            proportion: components["schemas"]["Words"];
            provisional: boolean;
            relation: components["schemas"]["Words"];
            targets: string[];
            /** Format: date */
            to?: string;
        };
        Named: {
            id: string;
            label: components["schemas"]["Words"];
        };
        NameHit: {
            code: string;
            id: string;
            matched: string;
            name: string;
        };
        NameHits: {
            complete: boolean;
            hits: components["schemas"]["NameHit"][];
        };
        NeededMaterial: {
            basis: string;
            id: string;
            label: components["schemas"]["Words"];
        };
        NeverCollected: {
            article: components["schemas"]["Words"];
            basis: string;
            id: string;
            label: components["schemas"]["Words"];
            lawful_with_consent: boolean;
        };
        NeverDone: {
            article: components["schemas"]["Words"];
            basis: string;
            what: components["schemas"]["Words"];
        };
        OfferedAct: {
            basis: string;
            fields: components["schemas"]["OfferedField"][];
            id: string;
            label: components["schemas"]["Words"];
        };
        OfferedChoice: {
            id: string;
            label: components["schemas"]["Words"];
        };
        OfferedField: {
            choices: components["schemas"]["OfferedChoice"][];
            id: string;
            label: components["schemas"]["Words"];
            /** Format: int32 */
            length: number;
            required: boolean;
            type: string;
        };
        PasswordForm: {
            new_password: string;
            old_password: string;
        };
        PatrolFinding: {
            asker: string;
            basis: string;
            /** Format: date-time */
            decided?: string;
            decided_by: string;
            decided_unit: string;
            facts: components["schemas"]["Words"];
            /** Format: int64 */
            first_entry: number;
            /** Format: date-time */
            found: string;
            /** Format: date-time */
            from: string;
            id: string;
            label: components["schemas"]["Words"];
            /** Format: int64 */
            last_entry: number;
            note: string;
            rule: string;
            severity: string;
            state: string;
            subject?: string;
            /** Format: date-time */
            to: string;
            unit: string;
            unit_name: string;
        };
        PersonalField: {
            code: string;
            label: components["schemas"]["Words"];
            mask: string;
            mask_label: components["schemas"]["Words"];
        };
        PersonalItem: {
            about_persons: boolean;
            articles: components["schemas"]["Words"][];
            basis: string[];
            disclosure: string;
            disclosure_label: components["schemas"]["Words"];
            fields: components["schemas"]["PersonalField"][];
            item: string;
            item_label: components["schemas"]["Words"];
            providers: string[];
        };
        Place: {
            /** Format: int64 */
            column: number;
            field: string;
            file: string;
            /** Format: int64 */
            row: number;
        };
        Preview: {
            by_kind: components["schemas"]["PreviewGroup"][];
            by_region: components["schemas"]["PreviewGroup"][];
            by_trade: components["schemas"]["PreviewGroup"][];
            complete: boolean;
            /** Format: date */
            day: string;
            edition_after: string;
            edition_before: string;
            /** Format: date-time */
            known: string;
            /** Format: int64 */
            organizations: number;
            /** Format: int64 */
            records: number;
            rules: components["schemas"]["PreviewRule"][];
            subjects: components["schemas"]["PreviewedSubject"][];
            surprising: components["schemas"]["PreviewedSubject"][];
            totals: components["schemas"]["PreviewTotals"];
        };
        PreviewChange: {
            how: string;
            id: string;
            label: components["schemas"]["Words"];
            /** Format: date */
            since_after?: string;
            /** Format: date */
            since_before?: string;
            sort: string;
            /** Format: date */
            until_after?: string;
            /** Format: date */
            until_before?: string;
        };
        PreviewedSubject: {
            changes: components["schemas"]["PreviewChange"][];
            code: string;
            kind: string;
            name: string;
            outcome: string;
            region: string;
            subject: string;
            surprising: components["schemas"]["PreviewReason"][];
            trade: string;
        };
        PreviewForm: {
            /** Format: date */
            day?: string;
            files: components["schemas"]["ChangedFile"][];
        };
        PreviewGroup: {
            key: string;
            label: components["schemas"]["Words"];
            totals: components["schemas"]["PreviewTotals"];
        };
        PreviewReason: {
            id: string;
            words: components["schemas"]["Words"];
        };
        PreviewRule: {
            /** Format: int64 */
            altered: number;
            /** Format: int64 */
            gained: number;
            id: string;
            label: components["schemas"]["Words"];
            /** Format: int64 */
            lost: number;
            sort: string;
        };
        PreviewTotals: {
            /** Format: int64 */
            bound: number;
            /** Format: int64 */
            changed: number;
            /** Format: int64 */
            freed: number;
        };
        Problem: {
            basis: string;
            code: string;
            detail: components["schemas"]["Words"];
            place: components["schemas"]["Place"];
            remedy: components["schemas"]["Words"];
            request: string;
            /** Format: int64 */
            status: number;
            title: string;
            type: string;
        };
        ProcedureLine: {
            article: components["schemas"]["Words"];
            basis: string;
            id: string;
            kind: string;
            label: components["schemas"]["Words"];
            summary: components["schemas"]["Words"];
        };
        ProcedureView: {
            about: components["schemas"]["Named"];
            acts: components["schemas"]["DescribedAct"][];
            applicant_sealed: boolean;
            article: components["schemas"]["Words"];
            basis: string;
            deadlines: components["schemas"]["DescribedDeadline"][];
            diagram: string;
            documents: components["schemas"]["DescribedDocument"][];
            hash: string;
            id: string;
            kind: string;
            label: components["schemas"]["Words"];
            provisional: boolean;
            /** Format: int32 */
            region: number;
            states: components["schemas"]["DescribedState"][];
            subjects: components["schemas"]["Named"][];
            summary: components["schemas"]["Words"];
        };
        ProcessingPurpose: {
            article: components["schemas"]["Words"];
            audience: string;
            audience_label: components["schemas"]["Words"];
            basis: string;
            id: string;
            label: components["schemas"]["Words"];
            matter_required: boolean;
            persons: boolean;
        };
        ProcessingRight: {
            answered_within: components["schemas"]["Words"];
            article: components["schemas"]["Words"];
            basis: string;
            how: components["schemas"]["Words"];
            id: string;
            label: components["schemas"]["Words"];
            with_others?: components["schemas"]["Words"];
        };
        ProcessingRules: {
            /** Format: date */
            day: string;
            edition: string;
            items: components["schemas"]["PersonalItem"][];
            never_collected: components["schemas"]["NeverCollected"][];
            never_done: components["schemas"]["NeverDone"][];
            processor: components["schemas"]["Processor"];
            purposes: components["schemas"]["ProcessingPurpose"][];
            retention: components["schemas"]["RetentionRule"][];
            rights: components["schemas"]["ProcessingRight"][];
        };
        Processor: {
            name: string;
            region: string;
            region_name: string;
            unit: string;
            unit_name: string;
        };
        Progress: {
            /** Format: int64 */
            bytes_read: number;
            /** Format: int64 */
            bytes_total: number;
            /** Format: int64 */
            rows: number;
        };
        Provenance: {
            /** Format: int64 */
            batch: number;
            edition: string;
            provider: string;
            provider_name: string;
            /** Format: date-time */
            received: string;
            /** Format: int64 */
            row: number;
        };
        PurposeAnswer: {
            audience: string;
            basis: string;
            id: string;
            label: components["schemas"]["Words"];
            matter_required: boolean;
            persons: boolean;
            /** Format: int64 */
            seal_days: number;
        };
        PurposeLooks: {
            /** Format: date */
            day: string;
            /** Format: int64 */
            looks: number;
            purpose: string;
            purpose_label: components["schemas"]["Words"];
        };
        QualityLine: {
            /** Format: int64 */
            batches: number;
            dimensions: components["schemas"]["Measure"][];
            item: string;
            item_label: components["schemas"]["Words"];
            provider: string;
            provider_name: string;
            publicity: components["schemas"]["Measure"][];
            /** Format: int64 */
            rows: number;
        };
        QualityReport: {
            /** Format: date */
            from: string;
            lines: components["schemas"]["QualityLine"][];
            /** Format: date */
            to: string;
        };
        RecallNotice: {
            basis: string;
            code: string;
            /** Format: date */
            due?: string;
            ground: string;
            item: string;
            note: string;
            number: string;
            record: string;
            /** Format: date-time */
            sent: string;
            subject: string;
            unit: string;
        };
        RecallPage: {
            next: string;
            recalls: components["schemas"]["RecallNotice"][];
        };
        Receipt: {
            /** Format: int64 */
            added: number;
            /** Format: int64 */
            changed: number;
            /** Format: int64 */
            duplicate: number;
            edition: string;
            encoding: string;
            errors: components["schemas"]["ErrorTotal"][];
            /** Format: int64 */
            file_bytes: number;
            file_name: string;
            file_sha256: string;
            /** Format: date-time */
            finished?: string;
            first_time: boolean;
            format: string;
            item: string;
            item_label: components["schemas"]["Words"];
            /** Format: int64 */
            late: number;
            layout: string;
            progress?: components["schemas"]["Progress"];
            provider: string;
            provider_name: string;
            receipt: string;
            /** Format: date-time */
            received: string;
            reject_files: string[];
            /** Format: int64 */
            rejected: number;
            /** Format: int64 */
            sent: number;
            /** Format: int64 */
            warned: number;
        };
        RecordCount: {
            class_label: components["schemas"]["Words"];
            item: string;
            item_class: string;
            item_label: components["schemas"]["Words"];
            nature: string;
            nature_label: components["schemas"]["Words"];
            /** Format: int64 */
            organizations: number;
            /** Format: int64 */
            records: number;
            region: string;
            region_label: string;
        };
        RecordCounts: {
            /** Format: date-time */
            counted: string;
            lines: components["schemas"]["RecordCount"][];
            totals: components["schemas"]["RecordTotals"];
        };
        RecordTotals: {
            /** Format: int64 */
            organizations: number;
            /** Format: int64 */
            records: number;
        };
        Referral: {
            unit: string;
        };
        RefusedColumn: {
            field?: string;
            label?: components["schemas"]["Words"];
            name: string;
        };
        RefusedPage: {
            columns: components["schemas"]["RefusedColumn"][];
            next?: string;
            receipt: string;
            /** Format: int64 */
            rejected: number;
            rows: components["schemas"]["GridRow"][];
        };
        RegionLine: {
            code: string;
            level: string;
            level_label: components["schemas"]["Words"];
            name: string;
            parent: string;
        };
        Repairability: {
            basis: string;
            conditions: components["schemas"]["Words"][];
            edition: string;
            edition_label: components["schemas"]["Words"];
            /** Format: date */
            from?: string;
            materials: components["schemas"]["NeededMaterial"][];
            now: boolean;
            obstacles: components["schemas"]["RepairObstacle"][];
            procedure: string;
            provisional: boolean;
            severity: string;
            where: components["schemas"]["Words"];
        };
        RepairObstacle: {
            basis: string;
            code: string;
            reason: components["schemas"]["Words"];
            /** Format: date */
            until?: string;
        };
        RepairPath: {
            /** Format: date */
            clear_from?: string;
            /** Format: date */
            day: string;
            edition: string;
            steps: components["schemas"]["RepairStep"][];
            subject: string;
            summary: components["schemas"]["Words"];
        };
        RepairStep: {
            afterwards: components["schemas"]["Standing"][];
            caption: string;
            /** Format: date */
            decided_on?: string;
            /** Format: date */
            disclosure_end?: string;
            document_number: string;
            dry_run: components["schemas"]["DryRun"];
            issuing_body: string;
            item: string;
            item_label: components["schemas"]["Words"];
            /** Format: date */
            publicity_end?: string;
            record: string;
            repair: components["schemas"]["Repairability"];
            today: components["schemas"]["Standing"][];
        };
        ReplayForm: {
            asked_purpose?: string;
            business?: string;
            code: string;
            consent?: string;
            day: string;
            form?: string;
            known: string;
            matter: string;
            purpose: string;
            unit?: string;
        };
        ReportLinks: {
            check_code: string;
            confirm_url: string;
            html: string;
            json: string;
            number: string;
            pdf: string;
        };
        RetentionRule: {
            article: components["schemas"]["Words"];
            basis: string;
            how_long: components["schemas"]["Words"];
            id: string;
            kind: string;
            kind_label: components["schemas"]["Words"];
            label: components["schemas"]["Words"];
            provisional: boolean;
        };
        RightAnswer: {
            at_once: boolean;
            basis: string;
            id: string;
            label: components["schemas"]["Words"];
        };
        RightsDecision: {
            answer: string;
            granted: boolean;
            ground: string;
            reasons: string;
        };
        RightsForm: {
            code: string;
            consent: string;
            evidence: string;
            right: string;
            text: string;
        };
        RightsList: {
            /** Format: int64 */
            late: number;
            /** Format: int64 */
            open: number;
            requests: components["schemas"]["RightsRequest"][];
        };
        RightsRequest: {
            answer: string;
            basis: string;
            by: string;
            by_unit: string;
            /** Format: date-time */
            closed?: string;
            consent: string;
            /** Format: date */
            due: string;
            evidence: string;
            ground: string;
            late: boolean;
            number: string;
            /** Format: date-time */
            opened: string;
            provisional: boolean;
            reasons: string;
            right: string;
            state: string;
            subject: string;
            text: string;
            with_unit: string;
        };
        RoleAnswer: {
            basis: string;
            by_enrolment: boolean;
            id: string;
            label: components["schemas"]["Words"];
            management: string;
            powers: string[];
            purposes: string[];
            second_factor: boolean;
            unit_kinds: string[];
        };
        RuleFile: {
            edition: string;
            path: string;
            text: string;
        };
        ScreenHit: {
            brand: string;
            code: string;
            form: string;
            id: string;
            industry: string;
            /** Format: int32 */
            likeness: number;
            name: string;
            region: string;
            verdict: string;
        };
        SessionAnswer: {
            account: components["schemas"]["AccountView"];
            csrf: string;
            password_outdated: boolean;
            powers: string[];
            purposes: string[];
            second_factor: boolean;
            /** Format: date-time */
            started: string;
        };
        SessionView: {
            account: string;
            own: boolean;
            second_factor: boolean;
            /** Format: date-time */
            seen: string;
            /** Format: date-time */
            started: string;
        };
        Share: {
            /** Format: int64 */
            part: number;
            percent: number;
            /** Format: int64 */
            whole: number;
        };
        ShownDeadline: {
            article: components["schemas"]["Words"];
            basis: string;
            /** Format: date */
            counted_from: string;
            /** Format: int32 */
            days_left?: number;
            /** Format: date */
            done?: string;
            /** Format: date */
            due?: string;
            id: string;
            label: components["schemas"]["Words"];
            owed_by: string;
            owed_by_label: components["schemas"]["Words"];
            provisional: boolean;
            status: string;
            unit: string;
        };
        ShownField: {
            code: string;
            label: components["schemas"]["Words"];
            masked: boolean;
            value: string;
        };
        ShownMark: {
            basis: string;
            case_number: string;
            kind: string;
            label: components["schemas"]["Words"];
            /** Format: date-time */
            since: string;
            text: string;
        };
        ShownRecord: {
            basis: string;
            caption: string;
            /** Format: date */
            decided_on?: string;
            /** Format: date */
            disclosure_end?: string;
            document_number: string;
            /** Format: date */
            earliest_repair?: string;
            fields: components["schemas"]["ShownField"][];
            issuing_body: string;
            issuing_body_code: string;
            item: string;
            item_label: components["schemas"]["Words"];
            marks: components["schemas"]["ShownMark"][];
            nature: string;
            provisional: boolean;
            /** Format: date */
            publicity_end?: string;
            reason: components["schemas"]["Words"];
            record: string;
            section: string;
            severity: string;
            source: components["schemas"]["Provenance"];
            subject: string;
            /** Format: date */
            valid_from?: string;
            /** Format: date */
            valid_to?: string;
            /** Format: int32 */
            version: number;
        };
        ShownStep: {
            act: string;
            /** Format: date-time */
            at: string;
            basis: string;
            by: components["schemas"]["Words"];
            documents: components["schemas"]["AttachedDocument"][];
            fields: components["schemas"]["ShownValue"][];
            label: components["schemas"]["Words"];
            officer: string;
            /** Format: int32 */
            step: number;
            unit: string;
        };
        ShownSubject: {
            authority: string;
            codes: components["schemas"]["SubjectCode"][];
            former_names: string[];
            id: string;
            kind: string;
            name: string;
            region: string;
            registered: boolean;
        };
        ShownValue: {
            id: string;
            label: components["schemas"]["Words"];
            value: string;
        };
        SignInForm: {
            code: string;
            name: string;
            password: string;
        };
        SpreadFlag: {
            basis: string;
            id: string;
            label: components["schemas"]["Words"];
            /** Format: int64 */
            part: number;
            /** Format: int64 */
            percent: number;
            provisional: boolean;
            /** Format: int64 */
            threshold: number;
            /** Format: int64 */
            whole: number;
        };
        SpreadMonth: {
            /** Format: int64 */
            entered: number;
            /** Format: int64 */
            left: number;
            month: string;
            /** Format: int64 */
            on: number;
        };
        SpreadReport: {
            /** Format: date */
            day: string;
            edition: string;
            /** Format: date-time */
            known: string;
            lists: components["schemas"]["ListSpread"][];
            note: components["schemas"]["Words"];
            /** Format: int64 */
            small_below: number;
        };
        SpreadShare: {
            /** Format: int64 */
            count: number;
            key: string;
            label: components["schemas"]["Words"];
        };
        Standing: {
            audience: string;
            basis: string;
            label: components["schemas"]["Words"];
            reason: components["schemas"]["Words"];
            shown: boolean;
            /** Format: date */
            until?: string;
        };
        SubjectCode: {
            code: string;
            scheme: string;
        };
        SubmissionMonth: {
            /** Format: int64 */
            added: number;
            /** Format: int64 */
            batches: number;
            /** Format: int64 */
            changed: number;
            /** Format: int64 */
            duplicate: number;
            item: string;
            item_label: components["schemas"]["Words"];
            /** Format: int64 */
            late: number;
            month: string;
            provider: string;
            provider_name: string;
            /** Format: int64 */
            rejected: number;
            /** Format: int64 */
            sent: number;
        };
        SubmissionTrend: {
            /** Format: date */
            from: string;
            months: components["schemas"]["SubmissionMonth"][];
            /** Format: date */
            to: string;
        };
        TypicalCase: {
            name: string;
            result: string;
            summary: string;
            unit_name: string;
        };
        Unit: {
            active: boolean;
            code: string;
            kinds: string[];
            name: string;
            region: string;
        };
        UnitConduct: {
            /** Format: int64 */
            ended: number;
            /** Format: int64 */
            in_time: number;
            /** Format: int64 */
            late: number;
            /** Format: int64 */
            owed: number;
            unit: string;
            unit_name: string;
        };
        UnitForm: {
            code: string;
            kinds: string[];
            name: string;
            region: string;
        };
        WithheldCount: {
            basis: string;
            code: string;
            /** Format: int32 */
            count: number;
            reason: components["schemas"]["Words"];
        };
        Words: {
            en: string;
            zh: string;
        };
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    get: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Home: search */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A problem document (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postApiV1AccountPassword: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["PasswordForm"];
            };
        };
        responses: {
            /** @description Change the own password */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Done"];
                };
            };
            /** @description A problem document (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getApiV1Accounts: {
        parameters: {
            query?: {
                /** @description 上一页最后一个 / the last of the page before */
                after?: string;
                /** @description 每页条数 / rows per page */
                limit?: string;
                /** @description 单位代码 / the unit's code */
                unit?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Accounts */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AccountView"][];
                };
            };
            /** @description A problem document (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postApiV1AccountsNameCertificate: {
        parameters: {
            query?: never;
            header: {
                /** @description 重大操作的确认，见 /api/v1/confirmations / confirmation of a grave act */
                "Credence-Confirmation": string;
            };
            path: {
                name: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["CertificateForm"];
            };
        };
        responses: {
            /** @description Enter its client certificate */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AccountView"];
                };
            };
            /** @description A problem document (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postApiV1AccountsNameGrant: {
        parameters: {
            query?: never;
            header: {
                /** @description 重大操作的确认，见 /api/v1/confirmations / confirmation of a grave act */
                "Credence-Confirmation": string;
            };
            path: {
                name: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["Grant"];
            };
        };
        responses: {
            /** @description Give it roles */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AccountView"];
                };
            };
            /** @description A problem document (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postApiV1AccountsNameLeaving: {
        parameters: {
            query?: never;
            header: {
                /** @description 重大操作的确认，见 /api/v1/confirmations / confirmation of a grave act */
                "Credence-Confirmation": string;
            };
            path: {
                name: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Its holder left */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AccountView"];
                };
            };
            /** @description A problem document (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postApiV1AccountsNameRenewal: {
        parameters: {
            query?: never;
            header: {
                /** @description 重大操作的确认，见 /api/v1/confirmations / confirmation of a grave act */
                "Credence-Confirmation": string;
            };
            path: {
                name: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A link to set password and second factor anew */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LinkAnswer"];
                };
            };
            /** @description A problem document (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postApiV1AccountsNameRestoration: {
        parameters: {
            query?: never;
            header: {
                /** @description 重大操作的确认，见 /api/v1/confirmations / confirmation of a grave act */
                "Credence-Confirmation": string;
            };
            path: {
                name: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Restore it */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AccountView"];
                };
            };
            /** @description A problem document (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postApiV1AccountsNameSuspension: {
        parameters: {
            query?: never;
            header: {
                /** @description 重大操作的确认，见 /api/v1/confirmations / confirmation of a grave act */
                "Credence-Confirmation": string;
            };
            path: {
                name: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Suspend an account */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AccountView"];
                };
            };
            /** @description A problem document (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getApiV1Acts: {
        parameters: {
            query?: {
                /** @description 经办人 / actor */
                actor?: string;
                /** @description 此前的日志条目 / entries of the log before this one */
                before?: string;
                /** @description 类别 / kind */
                kind?: string;
                /** @description 最多几条 / at most */
                limit?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Acts on the register, newest first */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ActAnswer"][];
                };
            };
            /** @description A problem document (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getApiV1ActsKindId: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                kind: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Every version of one thing */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ActAnswer"][];
                };
            };
            /** @description A problem document (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getApiV1Breaches: {
        parameters: {
            query?: {
                /** @description 到期日自，缺省为今年 / due from; this year */
                from?: string;
                /** @description 最多几条 / at most */
                limit?: string;
                /** @description 到期日至 / due to */
                to?: string;
                /** @description 单位代码 / code of a unit */
                unit?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Deadlines kept and not kept, by unit, with articles */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BreachLedger"];
                };
            };
            /** @description A problem document (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getApiV1BreachesCsv: {
        parameters: {
            query?: {
                /** @description 到期日自，缺省为今年 / due from; this year */
                from?: string;
                /** @description 最多几条 / at most */
                limit?: string;
                /** @description 到期日至 / due to */
                to?: string;
                /** @description 单位代码 / code of a unit */
                unit?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What was late, as CSV */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A problem document (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getApiV1Campaigns: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Campaigns and how they go */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CampaignProgress"][];
                };
            };
            /** @description A problem document (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postApiV1Campaigns: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["CampaignForm"];
            };
        };
        responses: {
            /** @description Start a campaign: gather organisations and give units their tasks */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CampaignProgress"];
                };
            };
            /** @description A problem document (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getApiV1CampaignsId: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description How a campaign goes */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CampaignProgress"];
                };
            };
            /** @description A problem document (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postApiV1CampaignsIdClosing: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Close it; the tasks given stay owed */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CampaignProgress"];
                };
            };
            /** @description A problem document (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postApiV1CampaignsIdGathering: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Give tasks about those who fit by now */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CampaignProgress"];
                };
            };
            /** @description A problem document (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getApiV1CampaignsIdTypical: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Typical cases, public; named only while the record is public */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TypicalCase"][];
                };
            };
            /** @description A problem document (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getApiV1Cases: {
        parameters: {
            query?: {
                /** @description 上一页最后一个编号 / the last number of the page before */
                after?: string;
                /** @description true：只列待本单位办理 / true: only what waits for the own unit */
                desk?: string;
                /** @description 最多几条 / at most */
                limit?: string;
                /** @description true：只列未办结 / true: only open ones */
                open?: string;
                /** @description 程序 / procedure */
                procedure?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Cases: one's own, or those of the own unit */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CaseLine"][];
                };
            };
            /** @description A problem document (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postApiV1Cases: {
        parameters: {
            query?: never;
            header?: {
                /** @description 重大操作的确认，见 /api/v1/confirmations / confirmation of a grave act */
                "Credence-Confirmation"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["CaseForm"];
            };
        };
        responses: {
            /** @description Open a case: an objection, a repair */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CaseView"];
                };
            };
            /** @description A problem document (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getApiV1CasesNumber: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                number: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A case: its steps, deadlines and what may be done next */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CaseView"];
                };
            };
            /** @description A problem document (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postApiV1CasesNumberActs: {
        parameters: {
            query?: never;
            header?: {
                /** @description 重大操作的确认，见 /api/v1/confirmations / confirmation of a grave act */
                "Credence-Confirmation"?: string;
            };
            path: {
                number: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["ActForm"];
            };
        };
        responses: {
            /** @description Act in a case */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CaseView"];
                };
            };
            /** @description A problem document (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getApiV1CasesNumberDocumentsSha256: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                number: string;
                sha256: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A document of a case */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A problem document (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postApiV1Certificates: {
        parameters: {
            query: {
                /** @description 有效日，如 2024-03-01 / valid day */
                as_of?: string;
                /** @description 统一社会信用代码 / credit code */
                code: string;
                /** @description 书面授权编号 / number of the subject's written consent */
                consent?: string;
                /** @description 名单事项 / the list's item */
                item: string;
                /** @description 已知时刻，RFC 3339 或日期 / known instant, RFC 3339 or a day */
                known?: string;
                /** @description 办件编号 / matter number */
                matter?: string;
                /** @description 查询目的，缺省为社会公众 / purpose; the public when absent */
                purpose?: string;
                /** @description true：在允许的期限内对信用主体保密 / true: kept from the subject as long as allowed */
                sealed?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Certify that an organisation stands in no list of a kind */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AbsenceCertificate"];
                };
            };
            /** @description A problem document (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postApiV1Checks: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["CheckForm"];
            };
        };
        responses: {
            /** @description Check what is in force for one subject, or up to 1000, in a matter, and why; the body is what is signed, its proof is in Credence-Proof */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CheckAnswer"];
                };
            };
            /** @description A problem document (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postApiV1ChecksComparison: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["ReplayForm"];
            };
        };
        responses: {
            /** @description What is different today from a past check */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CheckComparison"];
                };
            };
            /** @description A problem document (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postApiV1ChecksFiles: {
        parameters: {
            query: {
                /** @description 办件编号 / case number */
                business?: string;
                /** @description 办理事项 / the matter */
                matter: string;
                /** @description 查询目的 / purpose */
                purpose: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/octet-stream": string;
            };
        };
        responses: {
            /** @description Check a file of subjects: the body is CSV or XLSX with a column of codes, at most 100 000 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CheckFileState"];
                };
            };
            /** @description A problem document (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getApiV1ChecksFilesNumber: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                number: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description How far a file of checks is */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CheckFileState"];
                };
            };
            /** @description A problem document (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postApiV1ChecksFilesNumberAgain: {
        parameters: {
            query: {
                /** @description 办件编号 / case number */
                business?: string;
                /** @description 查询目的 / purpose */
                purpose: string;
            };
            header?: never;
            path: {
                number: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Go on with a file of checks that was interrupted */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CheckFileState"];
                };
            };
            /** @description A problem document (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getApiV1ChecksFilesNumberAnswersFormat: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                format: string;
                number: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answers of a file of checks (csv, jsonl) */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A problem document (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postApiV1ChecksReplay: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["ReplayForm"];
            };
        };
        responses: {
            /** @description A past check again, byte for byte, by the rules and records of then */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CheckAnswer"];
                };
            };
            /** @description A problem document (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getApiV1CodesCode: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                code: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What a code is: well-formed, known, in force, registered */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CodeAnswer"];
                };
            };
            /** @description A problem document (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postApiV1Confirmations: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["ConfirmationForm"];
            };
        };
        responses: {
            /** @description Confirm one grave act with password and code */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ConfirmationAnswer"];
                };
            };
            /** @description A problem document (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getApiV1Consents: {
        parameters: {
            query?: {
                /** @description 上一页最后一个 / the last of the page before */
                after?: string;
                /** @description 最多几条 / at most */
                limit?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Consents given, or given to the own unit */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Consent"][];
                };
            };
            /** @description A problem document (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postApiV1Consents: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["ConsentForm"];
            };
        };
        responses: {
            /** @description Give a consent, or lodge one on paper */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Consent"];
                };
            };
            /** @description A problem document (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postApiV1ConsentsIdWithdrawal: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Withdraw a consent, at once */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Consent"];
                };
            };
            /** @description A problem document (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getApiV1Desk: {
        parameters: {
            query?: {
                /** @description 最多几条 / at most */
                limit?: string;
                /** @description 单位代码（督办人） / a unit's code, for who supervises */
                unit?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What is due: late, today, this week */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Desk"];
                };
            };
            /** @description A problem document (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postApiV1Documents: {
        parameters: {
            query?: {
                /** @description 文件名 / file name */
                name?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/octet-stream": string;
            };
        };
        responses: {
            /** @description Keep a document for a case; the body is the file: PDF, OFD, PNG, JPEG */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["KeptDocument"];
                };
            };
            /** @description A problem document (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postApiV1Enrolments: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["EnrolmentForm"];
            };
        };
        responses: {
            /** @description Enrol a subject whose identity was seen */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LinkAnswer"];
                };
            };
            /** @description A problem document (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getApiV1Findings: {
        parameters: {
            query?: {
                /** @description 上一页最后一个 / the last of the page before */
                after?: string;
                /** @description 被巡查的账号或密钥 / the account or key it is about */
                asker?: string;
                /** @description 最多几条 / at most */
                limit?: string;
                /** @description 状态 / state */
                state?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Findings of the patrol */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PatrolFinding"][];
                };
            };
            /** @description A problem document (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postApiV1FindingsIdDecision: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["FindingDecision"];
            };
        };
        responses: {
            /** @description Decide a finding */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PatrolFinding"];
                };
            };
            /** @description A problem document (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getApiV1Invitations: {
        parameters: {
            query?: {
                /** @description 上一页最后一个 / the last of the page before */
                after?: string;
                /** @description 每页条数 / rows per page */
                limit?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Invitations */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InvitationView"][];
                };
            };
            /** @description A problem document (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postApiV1Invitations: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["InvitationForm"];
            };
        };
        responses: {
            /** @description Propose an account */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InvitationView"];
                };
            };
            /** @description A problem document (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postApiV1InvitationsIdApproval: {
        parameters: {
            query?: never;
            header: {
                /** @description 重大操作的确认，见 /api/v1/confirmations / confirmation of a grave act */
                "Credence-Confirmation": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Approve it; gives the one-time link */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LinkAnswer"];
                };
            };
            /** @description A problem document (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postApiV1InvitationsIdWithdrawal: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Withdraw it */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InvitationView"];
                };
            };
            /** @description A problem document (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getApiV1Items: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The catalogue */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ItemSummary"][];
                };
            };
            /** @description A problem document (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getApiV1ItemsItem: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                item: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description An item's fields and checks */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ItemDetail"];
                };
            };
            /** @description A problem document (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postApiV1ItemsItemSubmissions: {
        parameters: {
            query?: {
                /** @description 文件名 / file name */
                file_name?: string;
                /** @description 提供单位代码，缺省为本单位 / the provider's code; the own unit when absent */
                provider?: string;
                /** @description 提供单位名称 / its name */
                provider_name?: string;
            };
            header?: never;
            path: {
                item: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/octet-stream": string;
            };
        };
        responses: {
            /** @description Send a file; the body is the file */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
            /** @description A problem document (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getApiV1ItemsItemTemplateFormat: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                format: string;
                item: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Download the empty table (csv or xlsx) */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A problem document (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getApiV1JoiningsToken: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                token: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What a one-time link opens */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["JoiningAnswer"];
                };
            };
            /** @description A problem document (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postApiV1JoiningsToken: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                token: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["JoinForm"];
            };
        };
        responses: {
            /** @description Open an account by a one-time link, or set its password anew */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AccountView"];
                };
            };
            /** @description A problem document (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getApiV1Keys: {
        parameters: {
            query?: {
                /** @description 上一页最后一个 / the last of the page before */
                after?: string;
                /** @description 每页条数 / rows per page */
                limit?: string;
                /** @description 单位代码 / the unit's code */
                unit?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Keys of machines */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["KeyView"][];
                };
            };
            /** @description A problem document (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postApiV1Keys: {
        parameters: {
            query?: never;
            header: {
                /** @description 重大操作的确认，见 /api/v1/confirmations / confirmation of a grave act */
                "Credence-Confirmation": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["KeyForm"];
            };
        };
        responses: {
            /** @description Issue a key, shown once */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["IssuedKey"];
                };
            };
            /** @description A problem document (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postApiV1KeysIdRevocation: {
        parameters: {
            query?: never;
            header: {
                /** @description 重大操作的确认，见 /api/v1/confirmations / confirmation of a grave act */
                "Credence-Confirmation": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Revoke a key */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["KeyView"];
                };
            };
            /** @description A problem document (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getApiV1Laws: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The register of laws, with how many rules rest on each */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LawSummary"][];
                };
            };
            /** @description A problem document (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getApiV1LawsId: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A law, and every rule that rests on it */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LawDetail"];
                };
            };
            /** @description A problem document (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getApiV1LedgerFsck: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The fsck that runs, and the last one */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FsckState"];
                };
            };
            /** @description A problem document (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postApiV1LedgerFsck: {
        parameters: {
            query?: {
                /** @description true：并重新读取留存的原始文件 / true: also read every kept original again */
                deep?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Begin to compare everything with the logs */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FsckState"];
                };
            };
            /** @description A problem document (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postApiV1LedgerSearches: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["LedgerForm"];
            };
        };
        responses: {
            /** @description Search the access ledger (audit); the search is itself recorded */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LedgerEntry"][];
                };
            };
            /** @description A problem document (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getApiV1LedgerState: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The logs: size, root, signatures, what waits, and the last fsck */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LedgerState"];
                };
            };
            /** @description A problem document (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getApiV1Limits: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Every limit */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LimitsAnswer"];
                };
            };
            /** @description A problem document (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getApiV1Lists: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The lists in force, with how many are on them */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ListLine"][];
                };
            };
            /** @description A problem document (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getApiV1ListsId: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A list: conditions, removal, articles, and the measures it leads to */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ListView"];
                };
            };
            /** @description A problem document (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getApiV1ListsSpread: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description How wide lists are, and what asks for attention */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SpreadReport"];
                };
            };
            /** @description A problem document (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getApiV1ListsSpreadCsv: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description How wide lists are, as CSV */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A problem document (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postApiV1Lookups: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["LookupForm"];
            };
        };
        responses: {
            /** @description A subject's file, the code in the body; the way to persons' files */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DisclosedFile"];
                };
            };
            /** @description A problem document (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getApiV1Matters: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Matters, and what counts in each */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MatterView"][];
                };
            };
            /** @description A problem document (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getApiV1MeFile: {
        parameters: {
            query?: {
                /** @description 有效日 / valid day */
                as_of?: string;
                /** @description 已知时刻 / known instant */
                known?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The own file */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DisclosedFile"];
                };
            };
            /** @description A problem document (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getApiV1MeLooks: {
        parameters: {
            query?: {
                /** @description 上一页的 next / `next` of the page before */
                after?: string;
                /** @description 最多几条 / at most */
                limit?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Who looked at me */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LooksAtMe"];
                };
            };
            /** @description A problem document (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getApiV1MeRepairPath: {
        parameters: {
            query?: {
                /** @description 有效日 / valid day */
                as_of?: string;
                /** @description 已知时刻 / known instant */
                known?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One's own path to repair */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RepairPath"];
                };
            };
            /** @description A problem document (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getApiV1Measures: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Rewards and constraints, with their articles */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MeasureView"][];
                };
            };
            /** @description A problem document (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getApiV1MeasuresUse: {
        parameters: {
            query?: {
                /** @description json（缺省）或 csv / json, the default, or csv */
                format?: string;
                /** @description 核查日期自，缺省为今年 / checked from; this year */
                from?: string;
                /** @description 措施编号 / measure */
                measure?: string;
                /** @description 区划代码或其开头 / division code or its beginning */
                region?: string;
                /** @description 核查日期至 / checked to */
                to?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Use and effect of measures, by measure, unit and region */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MeasureUse"];
                };
            };
            /** @description A problem document (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getApiV1OpenapiJson: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description This document */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": Record<string, never>;
                };
            };
            /** @description A problem document (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getApiV1Procedures: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The procedures in force here */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProcedureLine"][];
                };
            };
            /** @description A problem document (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getApiV1ProceduresId: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A procedure: states, acts, deadlines, articles, and its diagram as SVG */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProcedureView"];
                };
            };
            /** @description A problem document (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getApiV1ProcessingRules: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description How personal data are processed (PIPL art. 17) */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProcessingRules"];
                };
            };
            /** @description A problem document (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getApiV1Purposes: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The purposes of asking */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PurposeAnswer"][];
                };
            };
            /** @description A problem document (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getApiV1Quality: {
        parameters: {
            query?: {
                /** @description 接收日期自 / received from */
                from?: string;
                /** @description 事项 / item */
                item?: string;
                /** @description 提供单位代码 / the provider's code */
                provider?: string;
                /** @description 接收日期至 / received to */
                to?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Data quality */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["QualityReport"];
                };
            };
            /** @description A problem document (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getApiV1Recalls: {
        parameters: {
            query?: {
                /** @description 上一页的 next / `next` of the page before */
                after?: string;
                /** @description 最多几条 / at most */
                limit?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Recalls that wait for the own unit, each signed */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RecallPage"];
                };
            };
            /** @description A problem document (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getApiV1Records: {
        parameters: {
            query?: {
                /** @description 上一页的 next / `next` of the page before */
                after?: string;
                /** @description 有效日，如 2024-03-01 / valid day */
                as_of?: string;
                /** @description 决定机关代码 / the issuing body's code */
                body?: string;
                /** @description 书面授权编号 / number of the subject's written consent */
                consent?: string;
                /** @description 决定日期自 / decided from */
                from?: string;
                /** @description 事项 / item */
                item?: string;
                /** @description 已知时刻，RFC 3339 或日期 / known instant, RFC 3339 or a day */
                known?: string;
                /** @description 每页条数 / rows per page */
                limit?: string;
                /** @description 办件编号 / matter number */
                matter?: string;
                /** @description 查询目的，缺省为社会公众 / purpose; the public when absent */
                purpose?: string;
                /** @description 区划代码或其开头 / division code or its beginning */
                region?: string;
                /** @description true：在允许的期限内对信用主体保密 / true: kept from the subject as long as allowed */
                sealed?: string;
                /** @description 决定日期至 / decided to */
                to?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Records across organisations, newest first */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DisclosedPage"];
                };
            };
            /** @description A problem document (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getApiV1RecordsCsv: {
        parameters: {
            query?: {
                /** @description 上一个文件末行的 after / `after` of the file before */
                after?: string;
                /** @description 有效日，如 2024-03-01 / valid day */
                as_of?: string;
                /** @description 决定机关代码 / the issuing body's code */
                body?: string;
                /** @description 书面授权编号 / number of the subject's written consent */
                consent?: string;
                /** @description 决定日期自 / decided from */
                from?: string;
                /** @description 事项 / item */
                item?: string;
                /** @description 已知时刻，RFC 3339 或日期 / known instant, RFC 3339 or a day */
                known?: string;
                /** @description 最多几行 / rows at most */
                limit?: string;
                /** @description 办件编号 / matter number */
                matter?: string;
                /** @description 查询目的，缺省为社会公众 / purpose; the public when absent */
                purpose?: string;
                /** @description 区划代码或其开头 / division code or its beginning */
                region?: string;
                /** @description true：在允许的期限内对信用主体保密 / true: kept from the subject as long as allowed */
                sealed?: string;
                /** @description 决定日期至 / decided to */
                to?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Records as a table (CSV), at most ten thousand rows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A problem document (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getApiV1Regions: {
        parameters: {
            query?: {
                /** @description 区划代码或其开头，缺省为本省 / division code or its beginning; this platform's province */
                within?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Divisions in force: the province, its cities and counties */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RegionLine"][];
                };
            };
            /** @description A problem document (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postApiV1Reports: {
        parameters: {
            query?: {
                /** @description 有效日，如 2024-03-01 / valid day */
                as_of?: string;
                /** @description 主体代码（自然人的放在正文中） / the subject's code; a person's in the body */
                code?: string;
                /** @description 书面授权编号 / number of the subject's written consent */
                consent?: string;
                /** @description 已知时刻，RFC 3339 或日期 / known instant, RFC 3339 or a day */
                known?: string;
                /** @description 办件编号 / matter number */
                matter?: string;
                /** @description 查询目的，缺省为社会公众 / purpose; the public when absent */
                purpose?: string;
                /** @description true：在允许的期限内对信用主体保密 / true: kept from the subject as long as allowed */
                sealed?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["LookupForm"];
            };
        };
        responses: {
            /** @description Issue a credit report */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReportLinks"];
                };
            };
            /** @description A problem document (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getApiV1ReportsNumberFormat: {
        parameters: {
            query: {
                /** @description 校验码 / check code */
                code: string;
            };
            header?: never;
            path: {
                format: string;
                number: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The kept report as json, html or pdf */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A problem document (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getApiV1ReportsNumberConfirmation: {
        parameters: {
            query: {
                /** @description 校验码 / check code */
                code: string;
            };
            header?: never;
            path: {
                number: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Confirm a report */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Confirmation"];
                };
            };
            /** @description A problem document (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getApiV1Requests: {
        parameters: {
            query?: {
                /** @description 上一页最后一个 / the last of the page before */
                after?: string;
                /** @description 最多几条 / at most */
                limit?: string;
                /** @description 状态 / state */
                state?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Requests of data subjects: one's own, or those to answer, the earliest due first */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RightsList"];
                };
            };
            /** @description A problem document (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postApiV1Requests: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["RightsForm"];
            };
        };
        responses: {
            /** @description Make a request */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RightsRequest"];
                };
            };
            /** @description A problem document (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postApiV1RequestsNumberDecision: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                number: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["RightsDecision"];
            };
        };
        responses: {
            /** @description Answer it, with reasons */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RightsRequest"];
                };
            };
            /** @description A problem document (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postApiV1RequestsNumberReferral: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                number: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["Referral"];
            };
        };
        responses: {
            /** @description Another unit must be asked */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RightsRequest"];
                };
            };
            /** @description A problem document (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postApiV1RequestsNumberWithdrawal: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                number: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Take it back */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RightsRequest"];
                };
            };
            /** @description A problem document (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getApiV1Rights: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What data subjects may ask for */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RightAnswer"][];
                };
            };
            /** @description A problem document (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getApiV1Roles: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The roles and what they open */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RoleAnswer"][];
                };
            };
            /** @description A problem document (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getApiV1RulesEditions: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The editions of the rules that are kept, newest first */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["KeptEdition"][];
                };
            };
            /** @description A problem document (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getApiV1RulesEditionsEditionChanges: {
        parameters: {
            query?: {
                /** @description 与哪个版本相比，缺省为其前一版本 / compared with which edition; the one before it when absent */
                since?: string;
            };
            header?: never;
            path: {
                edition: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What an edition of the rules changed */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EditionChanges"];
                };
            };
            /** @description A problem document (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getApiV1RulesFilesPath: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                path: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The text of a rule file in force */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RuleFile"];
                };
            };
            /** @description A problem document (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postApiV1RulesPreview: {
        parameters: {
            query?: {
                /** @description 最多列出几个主体 / at most */
                limit?: string;
                /** @description 办件编号 / matter number */
                matter?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["PreviewForm"];
            };
        };
        responses: {
            /** @description What a change of rule files would do: who is newly bound, freed, or bound otherwise */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Preview"];
                };
            };
            /** @description A problem document (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getApiV1Screen: {
        parameters: {
            query: {
                /** @description 最多几个 / at most */
                limit?: string;
                /** @description 名称 / name */
                name: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Whose name could this be */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ScreenHit"][];
                };
            };
            /** @description A problem document (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getApiV1Search: {
        parameters: {
            query: {
                /** @description 最多几个 / at most */
                limit?: string;
                /** @description 名称片段 / a piece of the name */
                q: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Find organisations by name, pinyin or code */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NameHits"];
                };
            };
            /** @description A problem document (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getApiV1Session: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Who is signed in, and what they may */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SessionAnswer"];
                };
            };
            /** @description A problem document (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postApiV1Session: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["SignInForm"];
            };
        };
        responses: {
            /** @description Sign in; the session comes as a cookie */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AccountView"];
                };
            };
            /** @description A problem document (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postApiV1SessionEnd: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Sign out */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Done"];
                };
            };
            /** @description A problem document (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getApiV1Sessions: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The account's sessions */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SessionView"][];
                };
            };
            /** @description A problem document (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postApiV1SessionsEndOthers: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description End the account's other sessions */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Done"];
                };
            };
            /** @description A problem document (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getApiV1StatisticsLooks: {
        parameters: {
            query?: {
                /** @description 日期自，缺省为三十天 / from; thirty days */
                from?: string;
                /** @description 日期至，最多四百天 / to; at most four hundred days */
                to?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Looks by day and purpose, and anonymous views; for the credit centre and auditors */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LookCounts"];
                };
            };
            /** @description A problem document (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getApiV1StatisticsQuality: {
        parameters: {
            query?: {
                /** @description 接收日期自，缺省为一年前 / received from; a year ago */
                from?: string;
                /** @description 事项 / item */
                item?: string;
                /** @description 提供单位代码 / the provider's code */
                provider?: string;
                /** @description 接收日期至 / received to */
                to?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Submissions by month, provider and item */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SubmissionTrend"];
                };
            };
            /** @description A problem document (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getApiV1StatisticsRecords: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Published records by item and city; of no person */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RecordCounts"];
                };
            };
            /** @description A problem document (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getApiV1SubjectsCode: {
        parameters: {
            query?: {
                /** @description 有效日，如 2024-03-01 / valid day */
                as_of?: string;
                /** @description 书面授权编号 / number of the subject's written consent */
                consent?: string;
                /** @description 已知时刻，RFC 3339 或日期 / known instant, RFC 3339 or a day */
                known?: string;
                /** @description 办件编号 / matter number */
                matter?: string;
                /** @description 查询目的，缺省为社会公众 / purpose; the public when absent */
                purpose?: string;
                /** @description true：在允许的期限内对信用主体保密 / true: kept from the subject as long as allowed */
                sealed?: string;
            };
            header?: never;
            path: {
                code: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A subject's file, by any of its codes */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DisclosedFile"];
                };
            };
            /** @description A problem document (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getApiV1SubjectsCodeRepairNotices: {
        parameters: {
            query?: {
                /** @description 文书号，缺省为全部 / document number; all when absent */
                document?: string;
                /** @description 查询目的 / purpose */
                purpose?: string;
            };
            header?: never;
            path: {
                code: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Repair notices that go out with penalties, to print; purpose own_submission for their provider */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A problem document (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getApiV1SubjectsCodeRepairPath: {
        parameters: {
            query?: {
                /** @description 办件编号 / matter number */
                matter?: string;
                /** @description 查询目的 / purpose */
                purpose?: string;
            };
            header?: never;
            path: {
                code: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A subject's path to repair, for those who handle its cases */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RepairPath"];
                };
            };
            /** @description A problem document (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getApiV1Submissions: {
        parameters: {
            query?: {
                /** @description 事项 / item */
                item?: string;
                /** @description 最多几个 / at most */
                limit?: string;
                /** @description 提供单位代码 / the provider's code */
                provider?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The latest receipts */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"][];
                };
            };
            /** @description A problem document (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getApiV1SubmissionsNumber: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                number: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A receipt */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
            /** @description A problem document (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getApiV1SubmissionsNumberRejects: {
        parameters: {
            query?: {
                /** @description 上一页的 next / `next` of the page before */
                after?: string;
                /** @description 每页行数，最多 200 / rows per page, at most 200 */
                limit?: string;
            };
            header?: never;
            path: {
                number: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The refused rows, and what is wrong with which cell */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusedPage"];
                };
            };
            /** @description A problem document (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getApiV1SubmissionsNumberRejectsFormat: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                format: string;
                number: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Download the reject file (csv or xlsx) */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A problem document (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getApiV1SubmissionsNumberRowsRowProof: {
        parameters: {
            query?: {
                /** @description 提供单位代码，缺省为本单位 / the provider's code; the own unit when absent */
                provider?: string;
            };
            header?: never;
            path: {
                number: string;
                row: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The proof that a row was accepted or refused (tlog-proof) */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A problem document (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getApiV1Units: {
        parameters: {
            query?: {
                /** @description 上一页最后一个 / the last of the page before */
                after?: string;
                /** @description 每页条数 / rows per page */
                limit?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Units */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Unit"][];
                };
            };
            /** @description A problem document (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postApiV1Units: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["UnitForm"];
            };
        };
        responses: {
            /** @description Register a unit */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Unit"];
                };
            };
            /** @description A problem document (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postApiV1UnitsCodeClosing: {
        parameters: {
            query?: never;
            header: {
                /** @description 重大操作的确认，见 /api/v1/confirmations / confirmation of a grave act */
                "Credence-Confirmation": string;
            };
            path: {
                code: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Close a unit */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Unit"];
                };
            };
            /** @description A problem document (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getAssetsFile: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                file: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Files of the pages */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A problem document (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getBreaches: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Missed deadlines */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A problem document (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getCases: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description My cases */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A problem document (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getCasesRest: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                rest: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A case */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A problem document (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getCatalogue: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The catalogue */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A problem document (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getCatalogueItem: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                item: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description An item */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A problem document (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getConfirm: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Confirm a report */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A problem document (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getConfirmNumber: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                number: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Confirm one report */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A problem document (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postEmbedCheck: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/x-www-form-urlencoded": string;
            };
        };
        responses: {
            /** @description Shows a signed answer of a check within the frame of an approval system */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A problem document (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getFeedsRecordsAtom: {
        parameters: {
            query?: {
                /** @description 决定机关代码 / the issuing body's code */
                body?: string;
                /** @description 决定日期自 / decided from */
                from?: string;
                /** @description 事项 / item */
                item?: string;
                /** @description 区划代码或其开头 / division code or its beginning */
                region?: string;
                /** @description 决定日期至 / decided to */
                to?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What was published last (Atom, RFC 4287) */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A problem document (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getHealthz: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Health: fresh and consistent */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Health"];
                };
            };
            /** @description A problem document (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getIconSvg: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Icon */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A problem document (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getJoinToken: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                token: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Open an account by a link */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A problem document (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getKiosk: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Kiosk */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A problem document (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getKioskRest: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                rest: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Pages of the kiosk */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A problem document (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getLaws: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Laws */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A problem document (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getLawsId: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A law */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A problem document (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getLists: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Lists */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A problem document (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getListsId: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A list */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A problem document (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getLogLaneCheckpoint: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                lane: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The signed checkpoint (C2SP tlog-checkpoint); lane: facts, access */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A problem document (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getLogLaneTileTile: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                lane: string;
                tile: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Hashes and entries of the log (C2SP tlog-tiles) */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A problem document (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getLogKeys: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The logs' public keys (log.pub), C2SP vkeys */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A problem document (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getMatters: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Matters */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A problem document (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getMe: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description My account */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A problem document (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getMeRest: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                rest: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Pages of my account */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A problem document (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getMeasures: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Measures */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A problem document (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getMetrics: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Metrics, Prometheus text */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A problem document (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getOrgCode: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                code: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description An organisation's public file */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A problem document (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getPlain: {
        parameters: {
            query?: {
                /** @description 名称或代码 / name or code */
                q?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Home page */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A problem document (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getPlainBreaches: {
        parameters: {
            query?: {
                /** @description 到期日自 / due from */
                from?: string;
                /** @description 到期日至 / due to */
                to?: string;
                /** @description 单位代码 / a unit's code */
                unit?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description How the units keep their time limits */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A problem document (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getPlainCases: {
        parameters: {
            query?: {
                /** @description 上一页最后一个 / the last of the page before */
                after?: string;
                /** @description true：待本单位办理 / true: what waits for the own unit */
                desk?: string;
                /** @description true：未办结 / true: open ones */
                open?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Cases */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A problem document (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postPlainCases: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                "multipart/form-data": string;
            };
        };
        responses: {
            /** @description Open a case */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A problem document (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getPlainCasesNumber: {
        parameters: {
            query?: {
                /** @description open：并打开记录 / open: with the record */
                record?: string;
            };
            header?: never;
            path: {
                number: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A case */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A problem document (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postPlainCasesNumberActs: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                number: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "multipart/form-data": string;
            };
        };
        responses: {
            /** @description Act in a case */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A problem document (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postPlainCasesNumberDecisions: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                number: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "multipart/form-data": string;
            };
        };
        responses: {
            /** @description Decide in a case, confirmed */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A problem document (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postPlainCasesDecided: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                "multipart/form-data": string;
            };
        };
        responses: {
            /** @description Open one that decides, confirmed */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A problem document (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getPlainCasesNew: {
        parameters: {
            query: {
                /** @description 信用主体代码 / the subject's code */
                code?: string;
                /** @description 程序 / procedure */
                procedure: string;
                /** @description 记录编号 / record */
                record?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Open a case */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A problem document (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getPlainCheck: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The check, as a page */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A problem document (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postPlainCheck: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/x-www-form-urlencoded": string;
            };
        };
        responses: {
            /** @description Checks, and shows the answer as a page */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A problem document (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getPlainConfirmNumber: {
        parameters: {
            query?: {
                /** @description 校验码 / check code */
                code?: string;
            };
            header?: never;
            path: {
                number: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Confirm a report */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A problem document (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getPlainDesk: {
        parameters: {
            query?: {
                /** @description 单位代码（督办人） / a unit's code, for who supervises */
                unit?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What is due */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A problem document (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getPlainJoinToken: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                token: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Open an account by a link */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A problem document (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postPlainJoinToken: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                token: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/x-www-form-urlencoded": string;
            };
        };
        responses: {
            /** @description Open it */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A problem document (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getPlainMe: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The own account */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A problem document (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getPlainMeConsents: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Consents */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A problem document (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postPlainMeConsents: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/x-www-form-urlencoded": string;
            };
        };
        responses: {
            /** @description Give a consent */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A problem document (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postPlainMeConsentsWithdraw: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/x-www-form-urlencoded": string;
            };
        };
        responses: {
            /** @description Withdraw one */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A problem document (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getPlainMeFile: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The own file */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A problem document (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getPlainMeLooks: {
        parameters: {
            query?: {
                /** @description 上一页的 next / `next` of the page before */
                after?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Who looked at me */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A problem document (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postPlainMePassword: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/x-www-form-urlencoded": string;
            };
        };
        responses: {
            /** @description Change the password */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A problem document (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getPlainMeRepair: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The own path to repair */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A problem document (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getPlainMeRequests: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Requests */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A problem document (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postPlainMeRequests: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/x-www-form-urlencoded": string;
            };
        };
        responses: {
            /** @description Make a request */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A problem document (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postPlainMeRequestsWithdraw: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/x-www-form-urlencoded": string;
            };
        };
        responses: {
            /** @description Take one back */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A problem document (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getPlainOrgCode: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                code: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description An organisation's public file */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A problem document (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getPlainProcedures: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Procedures */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A problem document (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getPlainProceduresId: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A procedure */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A problem document (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getPlainSignIn: {
        parameters: {
            query?: {
                /** @description 登录后打开的页面 / the page to go on to */
                then?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Page to sign in */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A problem document (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postPlainSignIn: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/x-www-form-urlencoded": string;
            };
        };
        responses: {
            /** @description Sign in */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A problem document (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postPlainSignOut: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/x-www-form-urlencoded": string;
            };
        };
        responses: {
            /** @description Sign out */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A problem document (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getProcedures: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Procedures */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A problem document (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getProceduresId: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A procedure */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A problem document (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getProcessingRules: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description How personal information is handled */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A problem document (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getPublicity: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Permits and penalties */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A problem document (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getSignIn: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Sign in */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A problem document (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getStatistics: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Statistics */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A problem document (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postWitnessAddCheckpoint: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                "text/plain": string;
            };
        };
        responses: {
            /** @description Have this node cosign a checkpoint (C2SP tlog-witness) */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A problem document (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getWork: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Workbench */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A problem document (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getWorkRest: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                rest: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Pages of the workbench */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A problem document (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
}
