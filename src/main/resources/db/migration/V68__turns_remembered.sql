-- How far turns were counted by somebody who remembers which, and since when all are remembered. Before the first time
-- nobody does, and no turn is looked for that was counted until then.
INSERT INTO report_progress (part) VALUES ('remembered');
