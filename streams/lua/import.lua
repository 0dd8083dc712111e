-- Make the staged events of a bundle a session, all or nothing. No work is started, no request is
-- open: those that were are cancelled in the same call.
--
-- KEYS 1 staged    stream  all events of the bundle (see stage.lua)
--      2 log       stream  the session's events: there are none yet
--      3 session   hash    rev, seq, mark:import: which import made it
--      4 sessions  zset    session -> ms of its last event
--      5 erased    zset    SHA-1 of sessions that were erased (see erase.lua)
--      last        never written (see streams/keys.py)
-- ARGV session, token of this import, number of staged events, id of the last one,
--      revision, requests accepted, { request, json of request.cancelled }
-- Returns 'imported' (now, or by this import before), 'exists', 'erased': none of its id may come
--      back, or 'gone': not all events are staged.
local staged, log, session_key = KEYS[1], KEYS[2], KEYS[3]
local session, token = ARGV[1], ARGV[2]
if redis.call('HGET', session_key, 'mark:import') == token then return 'imported' end
if redis.call('EXISTS', log) == 1 then return 'exists' end
if redis.call('ZSCORE', KEYS[5], redis.sha1hex(session)) then return 'erased' end
local newest = redis.call('XREVRANGE', staged, '+', '-', 'COUNT', 1)[1]
if not newest or newest[1] ~= ARGV[4] then return 'gone' end
if redis.call('XLEN', staged) ~= tonumber(ARGV[3]) then return 'gone' end

local last = newest[1]
redis.call('PERSIST', staged)
redis.call('RENAME', staged, log)
for at = 7, #ARGV, 2 do
  last = redis.call('XADD', log, '*', 'request', ARGV[at], 'e', ARGV[at + 1])
end
redis.call('HSET', session_key, 'rev', ARGV[5], 'seq', ARGV[6], 'mark:import', token)
redis.call('ZADD', KEYS[4], string.match(last, '^%d+'), session)
return 'imported'
