-- A store of cases as version 2 of its schema left it, with the workshop of tests/store/samples.py,
-- a measure changed and taken back, and a signal.
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
CREATE TABLE answers (
	mapping_key VARCHAR NOT NULL, 
	question VARCHAR NOT NULL, 
	path TEXT NOT NULL, 
	value TEXT NOT NULL, 
	CONSTRAINT pk_answers PRIMARY KEY (mapping_key, question, path), 
	CONSTRAINT fk_answers_mapping_key FOREIGN KEY(mapping_key) REFERENCES mappings ("key") ON DELETE CASCADE
);
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
CREATE TABLE changes (
	id INTEGER NOT NULL, 
	step INTEGER NOT NULL, 
	part VARCHAR NOT NULL, 
	"before" TEXT, 
	"after" TEXT, 
	CONSTRAINT pk_changes PRIMARY KEY (id), 
	CONSTRAINT fk_changes_step FOREIGN KEY(step) REFERENCES steps (id) ON DELETE CASCADE
);
INSERT INTO "changes" VALUES(1,1,'measures','{"mapping_key":"workshop","key":"course","need_key":"milling","holding_key":null,"option":"short_course","what":"Controls","responsible":"Aino","deadline":null,"success_sign":"","cost":"unknown","status":"planned","funding_route":"","offer":null,"why":"","first_step":0,"position":0}','{"mapping_key":"workshop","key":"course","need_key":"milling","holding_key":null,"option":"short_course","what":"Controls, first part","responsible":"Aino","deadline":null,"success_sign":"","cost":"unknown","status":"planned","funding_route":"","offer":null,"why":"","first_step":0,"position":0}');
INSERT INTO "changes" VALUES(2,1,'answers',NULL,'{"mapping_key":"workshop","question":"C3","path":"[]","value":"[\"Less scrap\"]"}');
INSERT INTO "changes" VALUES(3,2,'answers','{"mapping_key":"workshop","question":"C3","path":"[]","value":"[\"Less scrap\"]"}',NULL);
INSERT INTO "changes" VALUES(4,2,'measures','{"mapping_key":"workshop","key":"course","need_key":"milling","holding_key":null,"option":"short_course","what":"Controls, first part","responsible":"Aino","deadline":null,"success_sign":"","cost":"unknown","status":"planned","funding_route":"","offer":null,"why":"","first_step":0,"position":0}','{"mapping_key":"workshop","key":"course","need_key":"milling","holding_key":null,"option":"short_course","what":"Controls","responsible":"Aino","deadline":null,"success_sign":"","cost":"unknown","status":"planned","funding_route":"","offer":null,"why":"","first_step":0,"position":0}');
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
	employment_contact VARCHAR NOT NULL, 
	background VARCHAR NOT NULL, 
	background_source VARCHAR NOT NULL, 
	background_on DATE, 
	CONSTRAINT pk_companies PRIMARY KEY ("key")
);
INSERT INTO "companies" VALUES('company','Konepaja Kettunen','','','','','853','Turku','fi','','','','',NULL);
CREATE TABLE interviews (
	mapping_key VARCHAR NOT NULL, 
	begun DATE NOT NULL, 
	survey TEXT NOT NULL, 
	CONSTRAINT pk_interviews PRIMARY KEY (mapping_key), 
	CONSTRAINT fk_interviews_mapping_key FOREIGN KEY(mapping_key) REFERENCES mappings ("key") ON DELETE CASCADE
);
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
	visit TEXT NOT NULL, 
	CONSTRAINT pk_mappings PRIMARY KEY ("key"), 
	CONSTRAINT fk_mappings_company_key FOREIGN KEY(company_key) REFERENCES companies ("key")
);
INSERT INTO "mappings" VALUES('workshop','company','visit','pseudonyms','fi','','1.0',NULL,'2026-11-20 12:00:00.000000',NULL,'',0,'{}');
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
CREATE TABLE open_step (
	step INTEGER NOT NULL
);
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
CREATE TABLE signals (
	"key" VARCHAR NOT NULL, 
	"on" DATE NOT NULL, 
	what VARCHAR NOT NULL, 
	sector VARCHAR NOT NULL, 
	"when" VARCHAR NOT NULL, 
	service_language VARCHAR NOT NULL, 
	CONSTRAINT pk_signals PRIMARY KEY ("key")
);
INSERT INTO "signals" VALUES('signal','2026-11-20','Welders','','now','fi');
CREATE TABLE steps (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	mapping_key VARCHAR NOT NULL, 
	at DATETIME NOT NULL, 
	"by" VARCHAR NOT NULL, 
	act VARCHAR NOT NULL, 
	"of" INTEGER, 
	CONSTRAINT fk_steps_mapping_key FOREIGN KEY(mapping_key) REFERENCES mappings ("key") ON DELETE CASCADE, 
	CONSTRAINT fk_steps_of FOREIGN KEY("of") REFERENCES steps (id) ON DELETE CASCADE
);
INSERT INTO "steps" VALUES(1,'workshop','2026-11-20 12:00:00.000000','consultant','done',NULL);
INSERT INTO "steps" VALUES(2,'workshop','2026-11-20 12:00:00.000000','consultant','undone',1);
CREATE TRIGGER journal_companies_insert AFTER INSERT ON companies WHEN EXISTS (SELECT 1 FROM open_step) BEGIN INSERT INTO changes (step, part, before, after) SELECT step, 'companies', NULL, json_object('key', NEW."key", 'name', NEW."name", 'business_id', NEW."business_id", 'sector', NEW."sector", 'sector_words', NEW."sector_words", 'size', NEW."size", 'municipality', NEW."municipality", 'municipality_name', NEW."municipality_name", 'service_language', NEW."service_language", 'contact', NEW."contact", 'employment_contact', NEW."employment_contact", 'background', NEW."background", 'background_source', NEW."background_source", 'background_on', NEW."background_on") FROM open_step; END;
CREATE TRIGGER journal_companies_update AFTER UPDATE ON companies WHEN EXISTS (SELECT 1 FROM open_step) AND json_object('key', OLD."key", 'name', OLD."name", 'business_id', OLD."business_id", 'sector', OLD."sector", 'sector_words', OLD."sector_words", 'size', OLD."size", 'municipality', OLD."municipality", 'municipality_name', OLD."municipality_name", 'service_language', OLD."service_language", 'contact', OLD."contact", 'employment_contact', OLD."employment_contact", 'background', OLD."background", 'background_source', OLD."background_source", 'background_on', OLD."background_on") <> json_object('key', NEW."key", 'name', NEW."name", 'business_id', NEW."business_id", 'sector', NEW."sector", 'sector_words', NEW."sector_words", 'size', NEW."size", 'municipality', NEW."municipality", 'municipality_name', NEW."municipality_name", 'service_language', NEW."service_language", 'contact', NEW."contact", 'employment_contact', NEW."employment_contact", 'background', NEW."background", 'background_source', NEW."background_source", 'background_on', NEW."background_on") BEGIN INSERT INTO changes (step, part, before, after) SELECT step, 'companies', json_object('key', OLD."key", 'name', OLD."name", 'business_id', OLD."business_id", 'sector', OLD."sector", 'sector_words', OLD."sector_words", 'size', OLD."size", 'municipality', OLD."municipality", 'municipality_name', OLD."municipality_name", 'service_language', OLD."service_language", 'contact', OLD."contact", 'employment_contact', OLD."employment_contact", 'background', OLD."background", 'background_source', OLD."background_source", 'background_on', OLD."background_on"), json_object('key', NEW."key", 'name', NEW."name", 'business_id', NEW."business_id", 'sector', NEW."sector", 'sector_words', NEW."sector_words", 'size', NEW."size", 'municipality', NEW."municipality", 'municipality_name', NEW."municipality_name", 'service_language', NEW."service_language", 'contact', NEW."contact", 'employment_contact', NEW."employment_contact", 'background', NEW."background", 'background_source', NEW."background_source", 'background_on', NEW."background_on") FROM open_step; END;
CREATE TRIGGER journal_companies_delete AFTER DELETE ON companies WHEN EXISTS (SELECT 1 FROM open_step) BEGIN INSERT INTO changes (step, part, before, after) SELECT step, 'companies', json_object('key', OLD."key", 'name', OLD."name", 'business_id', OLD."business_id", 'sector', OLD."sector", 'sector_words', OLD."sector_words", 'size', OLD."size", 'municipality', OLD."municipality", 'municipality_name', OLD."municipality_name", 'service_language', OLD."service_language", 'contact', OLD."contact", 'employment_contact', OLD."employment_contact", 'background', OLD."background", 'background_source', OLD."background_source", 'background_on', OLD."background_on"), NULL FROM open_step; END;
CREATE INDEX ix_mappings_company_key ON mappings (company_key);
CREATE TRIGGER journal_mappings_insert AFTER INSERT ON mappings WHEN EXISTS (SELECT 1 FROM open_step) BEGIN INSERT INTO changes (step, part, before, after) SELECT step, 'mappings', NULL, json_object('key', NEW."key", 'company_key', NEW."company_key", 'mode', NEW."mode", 'people_mode', NEW."people_mode", 'document_language', NEW."document_language", 'goal', NEW."goal", 'method_version', NEW."method_version", 'started', NEW."started", 'next_meeting', NEW."next_meeting", 'next_meeting_note', NEW."next_meeting_note", 'example', NEW."example", 'visit', NEW."visit") FROM open_step; END;
CREATE TRIGGER journal_mappings_update AFTER UPDATE ON mappings WHEN EXISTS (SELECT 1 FROM open_step) AND json_object('key', OLD."key", 'company_key', OLD."company_key", 'mode', OLD."mode", 'people_mode', OLD."people_mode", 'document_language', OLD."document_language", 'goal', OLD."goal", 'method_version', OLD."method_version", 'started', OLD."started", 'next_meeting', OLD."next_meeting", 'next_meeting_note', OLD."next_meeting_note", 'example', OLD."example", 'visit', OLD."visit") <> json_object('key', NEW."key", 'company_key', NEW."company_key", 'mode', NEW."mode", 'people_mode', NEW."people_mode", 'document_language', NEW."document_language", 'goal', NEW."goal", 'method_version', NEW."method_version", 'started', NEW."started", 'next_meeting', NEW."next_meeting", 'next_meeting_note', NEW."next_meeting_note", 'example', NEW."example", 'visit', NEW."visit") BEGIN INSERT INTO changes (step, part, before, after) SELECT step, 'mappings', json_object('key', OLD."key", 'company_key', OLD."company_key", 'mode', OLD."mode", 'people_mode', OLD."people_mode", 'document_language', OLD."document_language", 'goal', OLD."goal", 'method_version', OLD."method_version", 'started', OLD."started", 'next_meeting', OLD."next_meeting", 'next_meeting_note', OLD."next_meeting_note", 'example', OLD."example", 'visit', OLD."visit"), json_object('key', NEW."key", 'company_key', NEW."company_key", 'mode', NEW."mode", 'people_mode', NEW."people_mode", 'document_language', NEW."document_language", 'goal', NEW."goal", 'method_version', NEW."method_version", 'started', NEW."started", 'next_meeting', NEW."next_meeting", 'next_meeting_note', NEW."next_meeting_note", 'example', NEW."example", 'visit', NEW."visit") FROM open_step; END;
CREATE TRIGGER journal_mappings_delete AFTER DELETE ON mappings WHEN EXISTS (SELECT 1 FROM open_step) BEGIN INSERT INTO changes (step, part, before, after) SELECT step, 'mappings', json_object('key', OLD."key", 'company_key', OLD."company_key", 'mode', OLD."mode", 'people_mode', OLD."people_mode", 'document_language', OLD."document_language", 'goal', OLD."goal", 'method_version', OLD."method_version", 'started', OLD."started", 'next_meeting', OLD."next_meeting", 'next_meeting_note', OLD."next_meeting_note", 'example', OLD."example", 'visit', OLD."visit"), NULL FROM open_step; END;
CREATE TRIGGER journal_roles_insert AFTER INSERT ON roles WHEN EXISTS (SELECT 1 FROM open_step) BEGIN INSERT INTO changes (step, part, before, after) SELECT step, 'roles', NULL, json_object('mapping_key', NEW."mapping_key", 'key', NEW."key", 'name', NEW."name", 'head_count', NEW."head_count", 'importance', NEW."importance", 'position', NEW."position") FROM open_step; END;
CREATE TRIGGER journal_roles_update AFTER UPDATE ON roles WHEN EXISTS (SELECT 1 FROM open_step) AND json_object('mapping_key', OLD."mapping_key", 'key', OLD."key", 'name', OLD."name", 'head_count', OLD."head_count", 'importance', OLD."importance", 'position', OLD."position") <> json_object('mapping_key', NEW."mapping_key", 'key', NEW."key", 'name', NEW."name", 'head_count', NEW."head_count", 'importance', NEW."importance", 'position', NEW."position") BEGIN INSERT INTO changes (step, part, before, after) SELECT step, 'roles', json_object('mapping_key', OLD."mapping_key", 'key', OLD."key", 'name', OLD."name", 'head_count', OLD."head_count", 'importance', OLD."importance", 'position', OLD."position"), json_object('mapping_key', NEW."mapping_key", 'key', NEW."key", 'name', NEW."name", 'head_count', NEW."head_count", 'importance', NEW."importance", 'position', NEW."position") FROM open_step; END;
CREATE TRIGGER journal_roles_delete AFTER DELETE ON roles WHEN EXISTS (SELECT 1 FROM open_step) BEGIN INSERT INTO changes (step, part, before, after) SELECT step, 'roles', json_object('mapping_key', OLD."mapping_key", 'key', OLD."key", 'name', OLD."name", 'head_count', OLD."head_count", 'importance', OLD."importance", 'position', OLD."position"), NULL FROM open_step; END;
CREATE TRIGGER journal_answers_insert AFTER INSERT ON answers WHEN EXISTS (SELECT 1 FROM open_step) BEGIN INSERT INTO changes (step, part, before, after) SELECT step, 'answers', NULL, json_object('mapping_key', NEW."mapping_key", 'question', NEW."question", 'path', NEW."path", 'value', NEW."value") FROM open_step; END;
CREATE TRIGGER journal_answers_update AFTER UPDATE ON answers WHEN EXISTS (SELECT 1 FROM open_step) AND json_object('mapping_key', OLD."mapping_key", 'question', OLD."question", 'path', OLD."path", 'value', OLD."value") <> json_object('mapping_key', NEW."mapping_key", 'question', NEW."question", 'path', NEW."path", 'value', NEW."value") BEGIN INSERT INTO changes (step, part, before, after) SELECT step, 'answers', json_object('mapping_key', OLD."mapping_key", 'question', OLD."question", 'path', OLD."path", 'value', OLD."value"), json_object('mapping_key', NEW."mapping_key", 'question', NEW."question", 'path', NEW."path", 'value', NEW."value") FROM open_step; END;
CREATE TRIGGER journal_answers_delete AFTER DELETE ON answers WHEN EXISTS (SELECT 1 FROM open_step) BEGIN INSERT INTO changes (step, part, before, after) SELECT step, 'answers', json_object('mapping_key', OLD."mapping_key", 'question', OLD."question", 'path', OLD."path", 'value', OLD."value"), NULL FROM open_step; END;
CREATE TRIGGER journal_interviews_insert AFTER INSERT ON interviews WHEN EXISTS (SELECT 1 FROM open_step) BEGIN INSERT INTO changes (step, part, before, after) SELECT step, 'interviews', NULL, json_object('mapping_key', NEW."mapping_key", 'begun', NEW."begun", 'survey', NEW."survey") FROM open_step; END;
CREATE TRIGGER journal_interviews_update AFTER UPDATE ON interviews WHEN EXISTS (SELECT 1 FROM open_step) AND json_object('mapping_key', OLD."mapping_key", 'begun', OLD."begun", 'survey', OLD."survey") <> json_object('mapping_key', NEW."mapping_key", 'begun', NEW."begun", 'survey', NEW."survey") BEGIN INSERT INTO changes (step, part, before, after) SELECT step, 'interviews', json_object('mapping_key', OLD."mapping_key", 'begun', OLD."begun", 'survey', OLD."survey"), json_object('mapping_key', NEW."mapping_key", 'begun', NEW."begun", 'survey', NEW."survey") FROM open_step; END;
CREATE TRIGGER journal_interviews_delete AFTER DELETE ON interviews WHEN EXISTS (SELECT 1 FROM open_step) BEGIN INSERT INTO changes (step, part, before, after) SELECT step, 'interviews', json_object('mapping_key', OLD."mapping_key", 'begun', OLD."begun", 'survey', OLD."survey"), NULL FROM open_step; END;
CREATE INDEX ix_steps_mapping_key ON steps (mapping_key);
CREATE INDEX ix_steps_of ON steps ("of");
CREATE TRIGGER journal_people_insert AFTER INSERT ON people WHEN EXISTS (SELECT 1 FROM open_step) BEGIN INSERT INTO changes (step, part, before, after) SELECT step, 'people', NULL, json_object('mapping_key', NEW."mapping_key", 'key', NEW."key", 'role_key', NEW."role_key", 'code', NEW."code", 'display_name', NEW."display_name", 'position', NEW."position") FROM open_step; END;
CREATE TRIGGER journal_people_update AFTER UPDATE ON people WHEN EXISTS (SELECT 1 FROM open_step) AND json_object('mapping_key', OLD."mapping_key", 'key', OLD."key", 'role_key', OLD."role_key", 'code', OLD."code", 'display_name', OLD."display_name", 'position', OLD."position") <> json_object('mapping_key', NEW."mapping_key", 'key', NEW."key", 'role_key', NEW."role_key", 'code', NEW."code", 'display_name', NEW."display_name", 'position', NEW."position") BEGIN INSERT INTO changes (step, part, before, after) SELECT step, 'people', json_object('mapping_key', OLD."mapping_key", 'key', OLD."key", 'role_key', OLD."role_key", 'code', OLD."code", 'display_name', OLD."display_name", 'position', OLD."position"), json_object('mapping_key', NEW."mapping_key", 'key', NEW."key", 'role_key', NEW."role_key", 'code', NEW."code", 'display_name', NEW."display_name", 'position', NEW."position") FROM open_step; END;
CREATE TRIGGER journal_people_delete AFTER DELETE ON people WHEN EXISTS (SELECT 1 FROM open_step) BEGIN INSERT INTO changes (step, part, before, after) SELECT step, 'people', json_object('mapping_key', OLD."mapping_key", 'key', OLD."key", 'role_key', OLD."role_key", 'code', OLD."code", 'display_name', OLD."display_name", 'position', OLD."position"), NULL FROM open_step; END;
CREATE TRIGGER journal_needs_insert AFTER INSERT ON needs WHEN EXISTS (SELECT 1 FROM open_step) BEGIN INSERT INTO changes (step, part, before, after) SELECT step, 'needs', NULL, json_object('mapping_key', NEW."mapping_key", 'key', NEW."key", 'role_key', NEW."role_key", 'name', NEW."name", 'source_key', NEW."source_key", 'source_version', NEW."source_version", 'source_name', NEW."source_name", 'source_order', NEW."source_order", 'competence_code', NEW."competence_code", 'description', NEW."description", 'anchors', NEW."anchors", 'unit_code', NEW."unit_code", 'unit_name', NEW."unit_name", 'qualification_code', NEW."qualification_code", 'tags', NEW."tags", 'statutory', NEW."statutory", 'target_now', NEW."target_now", 'target_y1', NEW."target_y1", 'target_y3', NEW."target_y3", 'criticality', NEW."criticality", 'required', NEW."required", 'position', NEW."position") FROM open_step; END;
CREATE TRIGGER journal_needs_update AFTER UPDATE ON needs WHEN EXISTS (SELECT 1 FROM open_step) AND json_object('mapping_key', OLD."mapping_key", 'key', OLD."key", 'role_key', OLD."role_key", 'name', OLD."name", 'source_key', OLD."source_key", 'source_version', OLD."source_version", 'source_name', OLD."source_name", 'source_order', OLD."source_order", 'competence_code', OLD."competence_code", 'description', OLD."description", 'anchors', OLD."anchors", 'unit_code', OLD."unit_code", 'unit_name', OLD."unit_name", 'qualification_code', OLD."qualification_code", 'tags', OLD."tags", 'statutory', OLD."statutory", 'target_now', OLD."target_now", 'target_y1', OLD."target_y1", 'target_y3', OLD."target_y3", 'criticality', OLD."criticality", 'required', OLD."required", 'position', OLD."position") <> json_object('mapping_key', NEW."mapping_key", 'key', NEW."key", 'role_key', NEW."role_key", 'name', NEW."name", 'source_key', NEW."source_key", 'source_version', NEW."source_version", 'source_name', NEW."source_name", 'source_order', NEW."source_order", 'competence_code', NEW."competence_code", 'description', NEW."description", 'anchors', NEW."anchors", 'unit_code', NEW."unit_code", 'unit_name', NEW."unit_name", 'qualification_code', NEW."qualification_code", 'tags', NEW."tags", 'statutory', NEW."statutory", 'target_now', NEW."target_now", 'target_y1', NEW."target_y1", 'target_y3', NEW."target_y3", 'criticality', NEW."criticality", 'required', NEW."required", 'position', NEW."position") BEGIN INSERT INTO changes (step, part, before, after) SELECT step, 'needs', json_object('mapping_key', OLD."mapping_key", 'key', OLD."key", 'role_key', OLD."role_key", 'name', OLD."name", 'source_key', OLD."source_key", 'source_version', OLD."source_version", 'source_name', OLD."source_name", 'source_order', OLD."source_order", 'competence_code', OLD."competence_code", 'description', OLD."description", 'anchors', OLD."anchors", 'unit_code', OLD."unit_code", 'unit_name', OLD."unit_name", 'qualification_code', OLD."qualification_code", 'tags', OLD."tags", 'statutory', OLD."statutory", 'target_now', OLD."target_now", 'target_y1', OLD."target_y1", 'target_y3', OLD."target_y3", 'criticality', OLD."criticality", 'required', OLD."required", 'position', OLD."position"), json_object('mapping_key', NEW."mapping_key", 'key', NEW."key", 'role_key', NEW."role_key", 'name', NEW."name", 'source_key', NEW."source_key", 'source_version', NEW."source_version", 'source_name', NEW."source_name", 'source_order', NEW."source_order", 'competence_code', NEW."competence_code", 'description', NEW."description", 'anchors', NEW."anchors", 'unit_code', NEW."unit_code", 'unit_name', NEW."unit_name", 'qualification_code', NEW."qualification_code", 'tags', NEW."tags", 'statutory', NEW."statutory", 'target_now', NEW."target_now", 'target_y1', NEW."target_y1", 'target_y3', NEW."target_y3", 'criticality', NEW."criticality", 'required', NEW."required", 'position', NEW."position") FROM open_step; END;
CREATE TRIGGER journal_needs_delete AFTER DELETE ON needs WHEN EXISTS (SELECT 1 FROM open_step) BEGIN INSERT INTO changes (step, part, before, after) SELECT step, 'needs', json_object('mapping_key', OLD."mapping_key", 'key', OLD."key", 'role_key', OLD."role_key", 'name', OLD."name", 'source_key', OLD."source_key", 'source_version', OLD."source_version", 'source_name', OLD."source_name", 'source_order', OLD."source_order", 'competence_code', OLD."competence_code", 'description', OLD."description", 'anchors', OLD."anchors", 'unit_code', OLD."unit_code", 'unit_name', OLD."unit_name", 'qualification_code', OLD."qualification_code", 'tags', OLD."tags", 'statutory', OLD."statutory", 'target_now', OLD."target_now", 'target_y1', OLD."target_y1", 'target_y3', OLD."target_y3", 'criticality', OLD."criticality", 'required', OLD."required", 'position', OLD."position"), NULL FROM open_step; END;
CREATE INDEX ix_changes_step ON changes (step);
CREATE TRIGGER journal_assessments_insert AFTER INSERT ON assessments WHEN EXISTS (SELECT 1 FROM open_step) BEGIN INSERT INTO changes (step, part, before, after) SELECT step, 'assessments', NULL, json_object('mapping_key', NEW."mapping_key", 'person_key', NEW."person_key", 'need_key', NEW."need_key", 'assessor', NEW."assessor", 'level', NEW."level", 'language_free_level', NEW."language_free_level", 'not_part_of_job', NEW."not_part_of_job", 'evidence', NEW."evidence", 'reason', NEW."reason", 'note', NEW."note", 'on', NEW."on") FROM open_step; END;
CREATE TRIGGER journal_assessments_update AFTER UPDATE ON assessments WHEN EXISTS (SELECT 1 FROM open_step) AND json_object('mapping_key', OLD."mapping_key", 'person_key', OLD."person_key", 'need_key', OLD."need_key", 'assessor', OLD."assessor", 'level', OLD."level", 'language_free_level', OLD."language_free_level", 'not_part_of_job', OLD."not_part_of_job", 'evidence', OLD."evidence", 'reason', OLD."reason", 'note', OLD."note", 'on', OLD."on") <> json_object('mapping_key', NEW."mapping_key", 'person_key', NEW."person_key", 'need_key', NEW."need_key", 'assessor', NEW."assessor", 'level', NEW."level", 'language_free_level', NEW."language_free_level", 'not_part_of_job', NEW."not_part_of_job", 'evidence', NEW."evidence", 'reason', NEW."reason", 'note', NEW."note", 'on', NEW."on") BEGIN INSERT INTO changes (step, part, before, after) SELECT step, 'assessments', json_object('mapping_key', OLD."mapping_key", 'person_key', OLD."person_key", 'need_key', OLD."need_key", 'assessor', OLD."assessor", 'level', OLD."level", 'language_free_level', OLD."language_free_level", 'not_part_of_job', OLD."not_part_of_job", 'evidence', OLD."evidence", 'reason', OLD."reason", 'note', OLD."note", 'on', OLD."on"), json_object('mapping_key', NEW."mapping_key", 'person_key', NEW."person_key", 'need_key', NEW."need_key", 'assessor', NEW."assessor", 'level', NEW."level", 'language_free_level', NEW."language_free_level", 'not_part_of_job', NEW."not_part_of_job", 'evidence', NEW."evidence", 'reason', NEW."reason", 'note', NEW."note", 'on', NEW."on") FROM open_step; END;
CREATE TRIGGER journal_assessments_delete AFTER DELETE ON assessments WHEN EXISTS (SELECT 1 FROM open_step) BEGIN INSERT INTO changes (step, part, before, after) SELECT step, 'assessments', json_object('mapping_key', OLD."mapping_key", 'person_key', OLD."person_key", 'need_key', OLD."need_key", 'assessor', OLD."assessor", 'level', OLD."level", 'language_free_level', OLD."language_free_level", 'not_part_of_job', OLD."not_part_of_job", 'evidence', OLD."evidence", 'reason', OLD."reason", 'note', OLD."note", 'on', OLD."on"), NULL FROM open_step; END;
CREATE TRIGGER journal_level_counts_insert AFTER INSERT ON level_counts WHEN EXISTS (SELECT 1 FROM open_step) BEGIN INSERT INTO changes (step, part, before, after) SELECT step, 'level_counts', NULL, json_object('mapping_key', NEW."mapping_key", 'need_key', NEW."need_key", 'level', NEW."level", 'count', NEW."count") FROM open_step; END;
CREATE TRIGGER journal_level_counts_update AFTER UPDATE ON level_counts WHEN EXISTS (SELECT 1 FROM open_step) AND json_object('mapping_key', OLD."mapping_key", 'need_key', OLD."need_key", 'level', OLD."level", 'count', OLD."count") <> json_object('mapping_key', NEW."mapping_key", 'need_key', NEW."need_key", 'level', NEW."level", 'count', NEW."count") BEGIN INSERT INTO changes (step, part, before, after) SELECT step, 'level_counts', json_object('mapping_key', OLD."mapping_key", 'need_key', OLD."need_key", 'level', OLD."level", 'count', OLD."count"), json_object('mapping_key', NEW."mapping_key", 'need_key', NEW."need_key", 'level', NEW."level", 'count', NEW."count") FROM open_step; END;
CREATE TRIGGER journal_level_counts_delete AFTER DELETE ON level_counts WHEN EXISTS (SELECT 1 FROM open_step) BEGIN INSERT INTO changes (step, part, before, after) SELECT step, 'level_counts', json_object('mapping_key', OLD."mapping_key", 'need_key', OLD."need_key", 'level', OLD."level", 'count', OLD."count"), NULL FROM open_step; END;
CREATE TRIGGER journal_card_holdings_insert AFTER INSERT ON card_holdings WHEN EXISTS (SELECT 1 FROM open_step) BEGIN INSERT INTO changes (step, part, before, after) SELECT step, 'card_holdings', NULL, json_object('mapping_key', NEW."mapping_key", 'key', NEW."key", 'card', NEW."card", 'role_key', NEW."role_key", 'name', NEW."name", 'person_key', NEW."person_key", 'state', NEW."state", 'valid_to', NEW."valid_to", 'count', NEW."count") FROM open_step; END;
CREATE TRIGGER journal_card_holdings_update AFTER UPDATE ON card_holdings WHEN EXISTS (SELECT 1 FROM open_step) AND json_object('mapping_key', OLD."mapping_key", 'key', OLD."key", 'card', OLD."card", 'role_key', OLD."role_key", 'name', OLD."name", 'person_key', OLD."person_key", 'state', OLD."state", 'valid_to', OLD."valid_to", 'count', OLD."count") <> json_object('mapping_key', NEW."mapping_key", 'key', NEW."key", 'card', NEW."card", 'role_key', NEW."role_key", 'name', NEW."name", 'person_key', NEW."person_key", 'state', NEW."state", 'valid_to', NEW."valid_to", 'count', NEW."count") BEGIN INSERT INTO changes (step, part, before, after) SELECT step, 'card_holdings', json_object('mapping_key', OLD."mapping_key", 'key', OLD."key", 'card', OLD."card", 'role_key', OLD."role_key", 'name', OLD."name", 'person_key', OLD."person_key", 'state', OLD."state", 'valid_to', OLD."valid_to", 'count', OLD."count"), json_object('mapping_key', NEW."mapping_key", 'key', NEW."key", 'card', NEW."card", 'role_key', NEW."role_key", 'name', NEW."name", 'person_key', NEW."person_key", 'state', NEW."state", 'valid_to', NEW."valid_to", 'count', NEW."count") FROM open_step; END;
CREATE TRIGGER journal_card_holdings_delete AFTER DELETE ON card_holdings WHEN EXISTS (SELECT 1 FROM open_step) BEGIN INSERT INTO changes (step, part, before, after) SELECT step, 'card_holdings', json_object('mapping_key', OLD."mapping_key", 'key', OLD."key", 'card', OLD."card", 'role_key', OLD."role_key", 'name', OLD."name", 'person_key', OLD."person_key", 'state', OLD."state", 'valid_to', OLD."valid_to", 'count', OLD."count"), NULL FROM open_step; END;
CREATE TRIGGER journal_agreed_insert AFTER INSERT ON agreed WHEN EXISTS (SELECT 1 FROM open_step) BEGIN INSERT INTO changes (step, part, before, after) SELECT step, 'agreed', NULL, json_object('mapping_key', NEW."mapping_key", 'need_key', NEW."need_key", 'position', NEW."position", 'reason', NEW."reason") FROM open_step; END;
CREATE TRIGGER journal_agreed_update AFTER UPDATE ON agreed WHEN EXISTS (SELECT 1 FROM open_step) AND json_object('mapping_key', OLD."mapping_key", 'need_key', OLD."need_key", 'position', OLD."position", 'reason', OLD."reason") <> json_object('mapping_key', NEW."mapping_key", 'need_key', NEW."need_key", 'position', NEW."position", 'reason', NEW."reason") BEGIN INSERT INTO changes (step, part, before, after) SELECT step, 'agreed', json_object('mapping_key', OLD."mapping_key", 'need_key', OLD."need_key", 'position', OLD."position", 'reason', OLD."reason"), json_object('mapping_key', NEW."mapping_key", 'need_key', NEW."need_key", 'position', NEW."position", 'reason', NEW."reason") FROM open_step; END;
CREATE TRIGGER journal_agreed_delete AFTER DELETE ON agreed WHEN EXISTS (SELECT 1 FROM open_step) BEGIN INSERT INTO changes (step, part, before, after) SELECT step, 'agreed', json_object('mapping_key', OLD."mapping_key", 'need_key', OLD."need_key", 'position', OLD."position", 'reason', OLD."reason"), NULL FROM open_step; END;
CREATE TRIGGER journal_measures_insert AFTER INSERT ON measures WHEN EXISTS (SELECT 1 FROM open_step) BEGIN INSERT INTO changes (step, part, before, after) SELECT step, 'measures', NULL, json_object('mapping_key', NEW."mapping_key", 'key', NEW."key", 'need_key', NEW."need_key", 'holding_key', NEW."holding_key", 'option', NEW."option", 'what', NEW."what", 'responsible', NEW."responsible", 'deadline', NEW."deadline", 'success_sign', NEW."success_sign", 'cost', NEW."cost", 'status', NEW."status", 'funding_route', NEW."funding_route", 'offer', NEW."offer", 'why', NEW."why", 'first_step', NEW."first_step", 'position', NEW."position") FROM open_step; END;
CREATE TRIGGER journal_measures_update AFTER UPDATE ON measures WHEN EXISTS (SELECT 1 FROM open_step) AND json_object('mapping_key', OLD."mapping_key", 'key', OLD."key", 'need_key', OLD."need_key", 'holding_key', OLD."holding_key", 'option', OLD."option", 'what', OLD."what", 'responsible', OLD."responsible", 'deadline', OLD."deadline", 'success_sign', OLD."success_sign", 'cost', OLD."cost", 'status', OLD."status", 'funding_route', OLD."funding_route", 'offer', OLD."offer", 'why', OLD."why", 'first_step', OLD."first_step", 'position', OLD."position") <> json_object('mapping_key', NEW."mapping_key", 'key', NEW."key", 'need_key', NEW."need_key", 'holding_key', NEW."holding_key", 'option', NEW."option", 'what', NEW."what", 'responsible', NEW."responsible", 'deadline', NEW."deadline", 'success_sign', NEW."success_sign", 'cost', NEW."cost", 'status', NEW."status", 'funding_route', NEW."funding_route", 'offer', NEW."offer", 'why', NEW."why", 'first_step', NEW."first_step", 'position', NEW."position") BEGIN INSERT INTO changes (step, part, before, after) SELECT step, 'measures', json_object('mapping_key', OLD."mapping_key", 'key', OLD."key", 'need_key', OLD."need_key", 'holding_key', OLD."holding_key", 'option', OLD."option", 'what', OLD."what", 'responsible', OLD."responsible", 'deadline', OLD."deadline", 'success_sign', OLD."success_sign", 'cost', OLD."cost", 'status', OLD."status", 'funding_route', OLD."funding_route", 'offer', OLD."offer", 'why', OLD."why", 'first_step', OLD."first_step", 'position', OLD."position"), json_object('mapping_key', NEW."mapping_key", 'key', NEW."key", 'need_key', NEW."need_key", 'holding_key', NEW."holding_key", 'option', NEW."option", 'what', NEW."what", 'responsible', NEW."responsible", 'deadline', NEW."deadline", 'success_sign', NEW."success_sign", 'cost', NEW."cost", 'status', NEW."status", 'funding_route', NEW."funding_route", 'offer', NEW."offer", 'why', NEW."why", 'first_step', NEW."first_step", 'position', NEW."position") FROM open_step; END;
CREATE TRIGGER journal_measures_delete AFTER DELETE ON measures WHEN EXISTS (SELECT 1 FROM open_step) BEGIN INSERT INTO changes (step, part, before, after) SELECT step, 'measures', json_object('mapping_key', OLD."mapping_key", 'key', OLD."key", 'need_key', OLD."need_key", 'holding_key', OLD."holding_key", 'option', OLD."option", 'what', OLD."what", 'responsible', OLD."responsible", 'deadline', OLD."deadline", 'success_sign', OLD."success_sign", 'cost', OLD."cost", 'status', OLD."status", 'funding_route', OLD."funding_route", 'offer', OLD."offer", 'why', OLD."why", 'first_step', OLD."first_step", 'position', OLD."position"), NULL FROM open_step; END;
DELETE FROM "sqlite_sequence";
INSERT INTO "sqlite_sequence" VALUES('steps',2);
COMMIT;
PRAGMA application_id = 1264677425;
PRAGMA user_version = 2;
