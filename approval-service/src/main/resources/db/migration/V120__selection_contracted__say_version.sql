-- A newer version goes on with a contract under other line ids. Each row says of which version it is, so that per
-- contract the newest version counts; sums that counted older versions as well are made anew.
ALTER TABLE selection_contracted ADD COLUMN content_version integer;

UPDATE selection_contracted AS contracted
   SET content_version = line.content_version
  FROM selection_line AS line
 WHERE line.selection_id = contracted.selection_id AND line.id = contracted.line_id;

ALTER TABLE selection_contracted ALTER COLUMN content_version SET NOT NULL;

UPDATE selection
   SET contracted_cents = (SELECT sum(counted.amount_cents)
                             FROM selection_contracted AS counted
                            WHERE counted.selection_id = selection.id
                              AND NOT EXISTS (SELECT FROM selection_contracted AS newer
                                               WHERE newer.selection_id = counted.selection_id
                                                 AND newer.contract_id = counted.contract_id
                                                 AND newer.content_version > counted.content_version))
 WHERE contracted_cents > 0;
