-- Seal a session: what its log holds is in the archive by now, so the log begins anew with
-- session.sealed. All or nothing, and only while the log is the one that was archived and nobody
-- works on it. Whoever calls has seen that no request was open when the log ended with its last
-- entry; none opens without another entry.
--
-- KEYS 1 log      stream  the session's events
--      2 session  hash    rev, weight and whatever else outlives; open, seq, turn, moves, busy:<queue>
--                         and marks do not: with nothing open they count nothing
--      3 turns    zset    open requests that may yet change the scene
--      4 feed     stream  every event, capped
--      5 erased   zset    SHA-1 of sessions that were erased (see erase.lua)
--      last       never written (see streams/keys.py)
--      Keys of parking lists are built from a prefix; they lie in the same slot.
-- ARGV session, first id of its log, last id, entries, quiet (ms): how old the last one must be,
--      seconds that a closed request is kept, feed cap, prefix of parking lists, queues,
--      json of session.sealed ('' = only say what would become of it)
-- Returns {'sealed'}, or why not, with nothing done: {'moved'}: the log is another one by now;
--      {'erased'}; {'recent'}; {'busy'}: an ended request's work is still queued.
local log, session_key, turns, feed = KEYS[1], KEYS[2], KEYS[3], KEYS[4]
local at = 0
local function arg() at = at + 1; return ARGV[at] end
local function number() return tonumber(arg()) end
local session, first, last, entries = arg(), arg(), arg(), number()
local quiet, keep, cap = number(), number(), arg()
local park_prefix, queues, body = arg(), number(), arg()
-- Redis's own clock: those of the processes differ, and jump.
local time = redis.call('TIME')
local now = time[1] * 1000 + math.floor(time[2] / 1000)

local begin = redis.call('XRANGE', log, '-', '+', 'COUNT', 1)[1]
if not begin then return {'moved'} end
for n = 1, #begin[2], 2 do  -- a repeated call, whose reply was lost
  if body ~= '' and begin[2][n] == 'e' and begin[2][n + 1] == body then return {'sealed'} end
end
-- What an erasure takes away it has looked up when it began: no table may come to it afterwards.
if redis.call('ZSCORE', KEYS[5], redis.sha1hex(session)) then return {'erased'} end
local newest = redis.call('XREVRANGE', log, '+', '-', 'COUNT', 1)[1][1]
if begin[1] ~= first or newest ~= last or redis.call('XLEN', log) ~= entries then
  return {'moved'}
end
local idle = now - tonumber(string.match(last, '^%d+'))
if idle < quiet then return {'recent'} end
-- Such work is dropped when it is taken, which its request's hash tells. A count that is older than
-- the hashes are kept for is one that a lost stream left behind.
for queue = 1, idle < keep * 1000 and queues or 0 do
  if tonumber(redis.call('HGET', session_key, 'busy:' .. queue) or '0') > 0 then return {'busy'} end
end

if body == '' then return {'sealed'} end

-- A deletion comes first: after it Redis lets a script write, though its memory be full.
redis.call('UNLINK', turns)
for queue = 1, queues do redis.call('UNLINK', park_prefix .. queue .. ':' .. session) end

-- Made anew: trimmed, a stream and a hash keep some of the room they had. A stream's last node keeps
-- room for more (4 KiB, four fifths of what would be left of a session) until an entry that does not
-- fit begins another.
local id = redis.call('XADD', log, '*', 'request', '', 'e', body)
redis.call('UNLINK', log)
redis.call('XADD', log, id, 'request', '', 'e', body)
redis.call('XDEL', log, redis.call('XADD', log, '*', 'e', string.rep(' ', 4096)))
redis.call('XADD', feed, 'MAXLEN', '~', cap, '*', 'session', session, 'id', id, 'request', '',
  'e', body)
local gone = {open = true, seq = true, turn = true, moves = true}
local kept, fields = {}, redis.call('HGETALL', session_key)
for n = 1, #fields, 2 do
  local field = fields[n]
  if not (gone[field] or string.find(field, '^mark:') or string.find(field, '^busy:')) then
    kept[#kept + 1] = field
    kept[#kept + 1] = fields[n + 1]
  end
end
redis.call('UNLINK', session_key)
for n = 1, #kept, 2 do redis.call('HSET', session_key, kept[n], kept[n + 1]) end
return {'sealed'}
