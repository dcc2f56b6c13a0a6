-- A library as version 2 of its schema left it.
PRAGMA journal_mode = WAL;
BEGIN TRANSACTION;
CREATE TABLE competences (
	framework_key VARCHAR NOT NULL,
	position INTEGER NOT NULL,
	"key" VARCHAR NOT NULL,
	name_fi VARCHAR NOT NULL,
	name_sv VARCHAR NOT NULL,
	name_en VARCHAR NOT NULL,
	code VARCHAR NOT NULL,
	description_fi VARCHAR NOT NULL,
	description_sv VARCHAR NOT NULL,
	description_en VARCHAR NOT NULL,
	group_fi VARCHAR NOT NULL,
	group_sv VARCHAR NOT NULL,
	group_en VARCHAR NOT NULL,
	unit_codes TEXT NOT NULL,
	links TEXT NOT NULL,
	anchors TEXT NOT NULL,
	target INTEGER,
	criticality INTEGER,
	statutory BOOLEAN NOT NULL,
	name_status VARCHAR NOT NULL,
	CONSTRAINT pk_competences PRIMARY KEY (framework_key, position),
	CONSTRAINT fk_competences_framework_key FOREIGN KEY(framework_key) REFERENCES frameworks ("key") ON DELETE CASCADE,
	CONSTRAINT ck_competences_target CHECK (target BETWEEN 0 AND 4),
	CONSTRAINT ck_competences_criticality CHECK (criticality BETWEEN 1 AND 3)
);
INSERT INTO "competences" VALUES('machining',0,'c1','Lukee piirustuksia','','','K1','','','','','','','[]','[]','[]',3,2,0,'working');
CREATE TABLE frameworks (
	name_fi VARCHAR NOT NULL,
	name_sv VARCHAR NOT NULL,
	name_en VARCHAR NOT NULL,
	"key" VARCHAR NOT NULL,
	kind VARCHAR NOT NULL,
	version VARCHAR NOT NULL,
	code VARCHAR NOT NULL,
	order_number VARCHAR NOT NULL,
	valid_from DATE,
	valid_to DATE,
	source VARCHAR NOT NULL,
	licence VARCHAR NOT NULL,
	checked DATE,
	areas TEXT NOT NULL,
	titles TEXT NOT NULL,
	structure TEXT,
	content_hash VARCHAR NOT NULL,
	CONSTRAINT pk_frameworks PRIMARY KEY ("key")
);
INSERT INTO "frameworks" VALUES('Koneistus','Maskin','','machining','qualification','2026-01-01','351301','OPH-1',NULL,NULL,'eperusteet','',NULL,'[]','[{"code":"1","name":{"fi":"Koneistaja"}}]','{"name":{"fi":"Tutkinto"},"children":[{"name":{},"unit_key":"turning","points_min":"15"}]}','5a23cc12726d3115f4345259cac93238395244cee476f105a4e6ebdd5714ea6c');
CREATE TABLE offers (
	"key" VARCHAR NOT NULL,
	content TEXT NOT NULL,
	CONSTRAINT pk_offers PRIMARY KEY ("key")
);
INSERT INTO "offers" VALUES('welding','{"key":"welding","name":{"fi":"Hitsaus"}}');
INSERT INTO "offers" VALUES('lathes','{"key":"lathes","name":{"fi":"Sorvit"},"price_eur":"0.00"}');
CREATE TABLE providers (
	"key" VARCHAR NOT NULL,
	content TEXT NOT NULL,
	CONSTRAINT pk_providers PRIMARY KEY ("key")
);
CREATE TABLE requirements (
	framework_key VARCHAR NOT NULL,
	position INTEGER NOT NULL,
	"key" VARCHAR NOT NULL,
	unit INTEGER NOT NULL,
	sub_area INTEGER,
	text_fi VARCHAR NOT NULL,
	text_sv VARCHAR NOT NULL,
	text_en VARCHAR NOT NULL,
	heading_fi VARCHAR NOT NULL,
	heading_sv VARCHAR NOT NULL,
	heading_en VARCHAR NOT NULL,
	levels TEXT NOT NULL,
	CONSTRAINT pk_requirements PRIMARY KEY (framework_key, position),
	CONSTRAINT fk_requirements_framework_key_unit FOREIGN KEY(framework_key, unit) REFERENCES units (framework_key, position) ON DELETE CASCADE,
	CONSTRAINT fk_requirements_framework_key_sub_area FOREIGN KEY(framework_key, sub_area) REFERENCES sub_areas (framework_key, position) ON DELETE CASCADE
);
INSERT INTO "requirements" VALUES('machining',0,'turns',0,NULL,'osaa turns','','','','','','[]');
INSERT INTO "requirements" VALUES('machining',1,'cuts',0,NULL,'osaa cuts','','','','','','[]');
INSERT INTO "requirements" VALUES('machining',2,'counts',1,0,'osaa counts','','','','','','[]');
INSERT INTO "requirements" VALUES('machining',3,'measures',1,0,'osaa measures','','','','','','[]');
INSERT INTO "requirements" VALUES('machining',4,'proves',1,1,'osaa proves','','','','','','[]');
CREATE TABLE sub_areas (
	framework_key VARCHAR NOT NULL,
	position INTEGER NOT NULL,
	"key" VARCHAR NOT NULL,
	name_fi VARCHAR NOT NULL,
	name_sv VARCHAR NOT NULL,
	name_en VARCHAR NOT NULL,
	unit INTEGER NOT NULL,
	code VARCHAR NOT NULL,
	points VARCHAR,
	optional BOOLEAN NOT NULL,
	CONSTRAINT pk_sub_areas PRIMARY KEY (framework_key, position),
	CONSTRAINT fk_sub_areas_framework_key_unit FOREIGN KEY(framework_key, unit) REFERENCES units (framework_key, position) ON DELETE CASCADE
);
INSERT INTO "sub_areas" VALUES('machining',0,'maths','Matematiikka','','',1,'400','3.0',0);
INSERT INTO "sub_areas" VALUES('machining',1,'more','Lisää','','',1,'401',NULL,1);
CREATE TABLE surveys (
	"key" VARCHAR NOT NULL,
	version VARCHAR NOT NULL,
	name TEXT NOT NULL,
	source VARCHAR NOT NULL,
	imported DATETIME NOT NULL,
	content TEXT NOT NULL,
	CONSTRAINT pk_surveys PRIMARY KEY ("key", version)
);
CREATE TABLE units (
	framework_key VARCHAR NOT NULL,
	position INTEGER NOT NULL,
	"key" VARCHAR NOT NULL,
	name_fi VARCHAR NOT NULL,
	name_sv VARCHAR NOT NULL,
	name_en VARCHAR NOT NULL,
	code VARCHAR NOT NULL,
	points VARCHAR,
	kind VARCHAR NOT NULL,
	CONSTRAINT pk_units PRIMARY KEY (framework_key, position),
	CONSTRAINT fk_units_framework_key FOREIGN KEY(framework_key) REFERENCES frameworks ("key") ON DELETE CASCADE
);
INSERT INTO "units" VALUES('machining',0,'turning','Sorvaus','','','106401','15','vocational');
INSERT INTO "units" VALUES('machining',1,'common','Yhteiset','','','9','9','common');
COMMIT;
PRAGMA application_id = 1264677426;
PRAGMA user_version = 2;
