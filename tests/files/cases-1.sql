-- A store of cases as version 1 of its schema left it, with the workshop of tests/store/samples.py.
PRAGMA journal_mode = WAL;
BEGIN TRANSACTION;
CREATE TABLE agreed (
	mapping_key VARCHAR NOT NULL, 
	need_key VARCHAR NOT NULL, 
	position INTEGER NOT NULL, 
	reason VARCHAR NOT NULL, 
	CONSTRAINT pk_agreed PRIMARY KEY (mapping_key, need_key), 
	CONSTRAINT fk_agreed_mapping_key_need_key FOREIGN KEY(mapping_key, need_key) REFERENCES needs (mapping_key, "key") ON DELETE CASCADE
);
INSERT INTO "agreed" VALUES('workshop','milling',0,'');
CREATE TABLE assessments (
	mapping_key VARCHAR NOT NULL, 
	person_key VARCHAR NOT NULL, 
	need_key VARCHAR NOT NULL, 
	assessor VARCHAR NOT NULL, 
	level INTEGER, 
	language_free_level INTEGER, 
	not_part_of_job BOOLEAN NOT NULL, 
	evidence VARCHAR NOT NULL, 
	reason VARCHAR, 
	note VARCHAR NOT NULL, 
	"on" DATE, 
	CONSTRAINT pk_assessments PRIMARY KEY (mapping_key, person_key, need_key, assessor), 
	CONSTRAINT fk_assessments_mapping_key_person_key FOREIGN KEY(mapping_key, person_key) REFERENCES people (mapping_key, "key") ON DELETE CASCADE, 
	CONSTRAINT fk_assessments_mapping_key_need_key FOREIGN KEY(mapping_key, need_key) REFERENCES needs (mapping_key, "key") ON DELETE CASCADE, 
	CONSTRAINT ck_assessments_level CHECK (level BETWEEN 0 AND 4), 
	CONSTRAINT ck_assessments_language_free_level CHECK (language_free_level BETWEEN 0 AND 4)
);
INSERT INTO "assessments" VALUES('workshop','aino','milling','supervisor',2,NULL,0,'none',NULL,'Needs the new controls','2026-11-20');
CREATE TABLE card_holdings (
	mapping_key VARCHAR NOT NULL, 
	"key" VARCHAR NOT NULL, 
	card VARCHAR NOT NULL, 
	role_key VARCHAR NOT NULL, 
	name TEXT NOT NULL, 
	person_key VARCHAR, 
	state VARCHAR NOT NULL, 
	valid_to DATE, 
	count INTEGER NOT NULL, 
	CONSTRAINT pk_card_holdings PRIMARY KEY (mapping_key, "key"), 
	CONSTRAINT fk_card_holdings_mapping_key_role_key FOREIGN KEY(mapping_key, role_key) REFERENCES roles (mapping_key, "key") ON DELETE CASCADE, 
	CONSTRAINT fk_card_holdings_mapping_key_person_key FOREIGN KEY(mapping_key, person_key) REFERENCES people (mapping_key, "key") ON DELETE CASCADE, 
	CONSTRAINT ck_card_holdings_count CHECK (count >= 0)
);
INSERT INTO "card_holdings" VALUES('workshop','hot-work','C03','welder','{"en":"Hot work"}','veera','held',NULL,1);
CREATE TABLE companies (
	"key" VARCHAR NOT NULL, 
	name VARCHAR NOT NULL, 
	business_id VARCHAR NOT NULL, 
	sector VARCHAR NOT NULL, 
	sector_words VARCHAR NOT NULL, 
	size VARCHAR NOT NULL, 
	municipality VARCHAR NOT NULL, 
	municipality_name VARCHAR NOT NULL, 
	service_language VARCHAR NOT NULL, 
	contact VARCHAR NOT NULL, 
	CONSTRAINT pk_companies PRIMARY KEY ("key")
);
INSERT INTO "companies" VALUES('company','Konepaja Kettunen','','','','','853','Turku','fi','');
INSERT INTO "companies" VALUES('other','Valimo','','','','','','','fi','');
CREATE TABLE level_counts (
	mapping_key VARCHAR NOT NULL, 
	need_key VARCHAR NOT NULL, 
	level INTEGER NOT NULL, 
	count INTEGER NOT NULL, 
	CONSTRAINT pk_level_counts PRIMARY KEY (mapping_key, need_key, level), 
	CONSTRAINT fk_level_counts_mapping_key_need_key FOREIGN KEY(mapping_key, need_key) REFERENCES needs (mapping_key, "key") ON DELETE CASCADE, 
	CONSTRAINT ck_level_counts_level CHECK (level BETWEEN -1 AND 4), 
	CONSTRAINT ck_level_counts_count CHECK (count >= 0)
);
INSERT INTO "level_counts" VALUES('workshop','milling',-1,1);
INSERT INTO "level_counts" VALUES('workshop','milling',2,2);
CREATE TABLE mappings (
	"key" VARCHAR NOT NULL, 
	company_key VARCHAR NOT NULL, 
	mode VARCHAR NOT NULL, 
	people_mode VARCHAR NOT NULL, 
	document_language VARCHAR NOT NULL, 
	goal VARCHAR NOT NULL, 
	method_version VARCHAR NOT NULL, 
	started DATE, 
	changed DATETIME NOT NULL, 
	next_meeting DATE, 
	next_meeting_note VARCHAR NOT NULL, 
	example BOOLEAN NOT NULL, 
	CONSTRAINT pk_mappings PRIMARY KEY ("key"), 
	CONSTRAINT fk_mappings_company_key FOREIGN KEY(company_key) REFERENCES companies ("key")
);
INSERT INTO "mappings" VALUES('workshop','company','visit','pseudonyms','fi','','1.0',NULL,'2026-11-20 12:00:00.000000',NULL,'',0);
INSERT INTO "mappings" VALUES('other','other','visit','pseudonyms','fi','','1.0',NULL,'2026-11-01 00:00:00.000000',NULL,'',0);
CREATE TABLE measures (
	mapping_key VARCHAR NOT NULL, 
	"key" VARCHAR NOT NULL, 
	need_key VARCHAR, 
	holding_key VARCHAR, 
	option VARCHAR NOT NULL, 
	what VARCHAR NOT NULL, 
	responsible VARCHAR NOT NULL, 
	deadline DATE, 
	success_sign VARCHAR NOT NULL, 
	cost VARCHAR NOT NULL, 
	status VARCHAR NOT NULL, 
	funding_route VARCHAR NOT NULL, 
	offer TEXT, 
	why VARCHAR NOT NULL, 
	first_step BOOLEAN NOT NULL, 
	position INTEGER NOT NULL, 
	CONSTRAINT pk_measures PRIMARY KEY (mapping_key, "key"), 
	CONSTRAINT fk_measures_mapping_key_need_key FOREIGN KEY(mapping_key, need_key) REFERENCES needs (mapping_key, "key") ON DELETE CASCADE, 
	CONSTRAINT fk_measures_mapping_key_holding_key FOREIGN KEY(mapping_key, holding_key) REFERENCES card_holdings (mapping_key, "key") ON DELETE CASCADE, 
	CONSTRAINT ck_measures_for CHECK ((need_key IS NULL) <> (holding_key IS NULL))
);
INSERT INTO "measures" VALUES('workshop','course','milling',NULL,'short_course','Controls','Aino',NULL,'','unknown','planned','',NULL,'',0,0);
INSERT INTO "measures" VALUES('workshop','renewal',NULL,'hot-work','card','','',NULL,'','unknown','planned','',NULL,'',0,1);
CREATE TABLE needs (
	mapping_key VARCHAR NOT NULL, 
	"key" VARCHAR NOT NULL, 
	role_key VARCHAR NOT NULL, 
	name TEXT NOT NULL, 
	source_key VARCHAR NOT NULL, 
	source_version VARCHAR NOT NULL, 
	source_name TEXT NOT NULL, 
	source_order VARCHAR NOT NULL, 
	competence_code VARCHAR NOT NULL, 
	description TEXT NOT NULL, 
	anchors TEXT NOT NULL, 
	unit_code VARCHAR NOT NULL, 
	unit_name TEXT NOT NULL, 
	qualification_code VARCHAR NOT NULL, 
	tags TEXT NOT NULL, 
	statutory BOOLEAN NOT NULL, 
	target_now INTEGER, 
	target_y1 INTEGER, 
	target_y3 INTEGER, 
	criticality INTEGER NOT NULL, 
	required INTEGER, 
	position INTEGER NOT NULL, 
	CONSTRAINT pk_needs PRIMARY KEY (mapping_key, "key"), 
	CONSTRAINT fk_needs_mapping_key_role_key FOREIGN KEY(mapping_key, role_key) REFERENCES roles (mapping_key, "key") ON DELETE CASCADE, 
	CONSTRAINT ck_needs_target_now CHECK (target_now BETWEEN 0 AND 4), 
	CONSTRAINT ck_needs_target_y1 CHECK (target_y1 BETWEEN 0 AND 4), 
	CONSTRAINT ck_needs_target_y3 CHECK (target_y3 BETWEEN 0 AND 4), 
	CONSTRAINT ck_needs_criticality CHECK (criticality BETWEEN 1 AND 3), 
	CONSTRAINT ck_needs_required CHECK (required >= 1)
);
INSERT INTO "needs" VALUES('workshop','milling','machinist','{"en":"Milling"}','','','{}','','','{}','[]','','{}','','[]',0,3,3,4,2,1,0);
INSERT INTO "needs" VALUES('workshop','seams','welder','{"en":"Seams"}','','','{}','','','{}','[]','','{}','','[]',0,2,3,3,2,NULL,1);
CREATE TABLE people (
	mapping_key VARCHAR NOT NULL, 
	"key" VARCHAR NOT NULL, 
	role_key VARCHAR NOT NULL, 
	code VARCHAR NOT NULL, 
	display_name VARCHAR NOT NULL, 
	position INTEGER NOT NULL, 
	CONSTRAINT pk_people PRIMARY KEY (mapping_key, "key"), 
	CONSTRAINT fk_people_mapping_key_role_key FOREIGN KEY(mapping_key, role_key) REFERENCES roles (mapping_key, "key") ON DELETE CASCADE
);
INSERT INTO "people" VALUES('workshop','aino','machinist','H1','Aino',0);
INSERT INTO "people" VALUES('workshop','veera','welder','H3','Veera',0);
INSERT INTO "people" VALUES('workshop','pekka','machinist','H2','Pekka',1);
CREATE TABLE roles (
	mapping_key VARCHAR NOT NULL, 
	"key" VARCHAR NOT NULL, 
	name VARCHAR NOT NULL, 
	head_count INTEGER NOT NULL, 
	importance INTEGER NOT NULL, 
	position INTEGER NOT NULL, 
	CONSTRAINT pk_roles PRIMARY KEY (mapping_key, "key"), 
	CONSTRAINT fk_roles_mapping_key FOREIGN KEY(mapping_key) REFERENCES mappings ("key") ON DELETE CASCADE, 
	CONSTRAINT ck_roles_head_count CHECK (head_count >= 0), 
	CONSTRAINT ck_roles_importance CHECK (importance BETWEEN 1 AND 3)
);
INSERT INTO "roles" VALUES('workshop','machinist','Machinist',3,2,0);
INSERT INTO "roles" VALUES('workshop','welder','Welder',1,2,1);
CREATE INDEX ix_mappings_company_key ON mappings (company_key);
COMMIT;
PRAGMA application_id = 1264677425;
PRAGMA user_version = 1;
