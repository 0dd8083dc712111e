-- Queue the sessions that have been idle, each once, and give a consumer one of the queue: what
-- another archiver let its lease run out on, or a new one. A missing group is created at 0: what is
-- done with is deleted, so the queue holds just what is not done.
--
-- KEYS 1 sessions  zset    session -> ms of its last event
--      2 queue     stream  sessions to be sealed, { s }
--      3 looked    hash    upto: ms up to which sessions were queued; since: when that began at 0
--      last        never written (see streams/keys.py)
-- ARGV consumer, group, lease (ms), idle for (ms), longest queue,
--      look at all again after (ms): an imported session is older than what was looked at, a dead
--      letter that was dropped leaves no event;
--      silent for (ms): archivers that hold nothing are forgotten after it
-- Returns {entry, session, delivery}, or {} when there is nothing to do.
local sessions, queue, looked = KEYS[1], KEYS[2], KEYS[3]
local consumer, group, lease, idle = ARGV[1], ARGV[2], tonumber(ARGV[3]), tonumber(ARGV[4])
local longest, again, silent = tonumber(ARGV[5]), tonumber(ARGV[6]), tonumber(ARGV[7])
-- Redis's own clock: those of the processes differ, and jump.
local time = redis.call('TIME')
local now = time[1] * 1000 + math.floor(time[2] / 1000)

-- A deletion comes first: after it Redis lets a script write, though its memory be full, which is
-- when sessions should go.
redis.call('UNLINK', KEYS[#KEYS])

local made = redis.pcall('XGROUP', 'CREATE', queue, group, '0', 'MKSTREAM')
local known = redis.call('HMGET', looked, 'upto', 'since')
local upto, since = known[1] or '-inf', tonumber(known[2] or '0')
if not made.err or since + again < now or since > now then
  upto = '-inf'  -- the queue is new, or was lost with what it held, or it is time
  redis.call('HSET', looked, 'since', now, 'upto', upto)
end

local room = longest - redis.call('XLEN', queue)
if room > 0 then
  local found = redis.call('ZRANGEBYSCORE', sessions, '(' .. upto, '(' .. (now - idle),
    'WITHSCORES', 'LIMIT', 0, room)
  local last = found[#found]
  if last then  -- all of its ms, since the next look begins after it
    for _, session in ipairs(redis.call('ZRANGEBYSCORE', sessions, '(' .. upto, last)) do
      redis.call('XADD', queue, '*', 's', session)
    end
    redis.call('HSET', looked, 'upto', last)
  end
end

for _, found in ipairs(redis.call('XINFO', 'CONSUMERS', queue, group)) do
  local of = {}
  for n = 1, #found, 2 do of[found[n]] = found[n + 1] end
  if of.name ~= consumer and of.pending == 0 and of.idle > silent then
    redis.call('XGROUP', 'DELCONSUMER', queue, group, of.name)
  end
end

for _, row in ipairs(redis.call('XPENDING', queue, group, 'IDLE', lease, '-', '+', 10)) do
  local claimed = redis.call('XCLAIM', queue, group, consumer, 0, row[1])[1]
  if claimed and claimed[2] then return {claimed[1], claimed[2][2], row[4] + 1} end
end
local new = redis.call('XREADGROUP', 'GROUP', group, consumer, 'COUNT', 1, 'STREAMS', queue, '>')
if new then return {new[1][2][1][1], new[1][2][1][2][2], 1} end
return {}
