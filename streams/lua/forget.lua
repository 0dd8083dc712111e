-- Delete what ended requests of a sealed session have left: their status, marks and joins.
--
-- KEYS 1 session  hash  the session's (it names the slot)
--      last       never written (see streams/keys.py)
--      Keys of requests are built from a prefix; they lie in the same slot.
-- ARGV session, prefix of request keys, the requests' ids as a JSON list
-- Returns how many hashes there were. One that is another session's stays.
local session, prefix, deleted = ARGV[1], ARGV[2], 0
for _, request in ipairs(cjson.decode(ARGV[3])) do
  local whose = redis.call('HGET', prefix .. request, 'session')
  if not whose or whose == session then
    deleted = deleted + redis.call('UNLINK', prefix .. request)
  end
end
return deleted
