-- Take consumers that are gone out of the membership and out of every group, but never one on whom
-- work is still pending: XGROUP DELCONSUMER would destroy it. What a consumer has done is added to
-- the totals. Done once or twice, it comes to the same.
--
-- KEYS 1 members hash    consumer -> its row, as JSON
--      2 beats   zset    consumer -> ms of its last heartbeat; 0: it has left, but still holds work
--      3 totals  hash    <stage>:steps, <stage>:ms
--      4..       stream  one work stream a queue (see commit.lua)
-- ARGV leaver ('' = whoever has been silent), its row ('' = as it is),
--      silent for (ms), lease (ms), #queues { group }
-- A leaver's pending work is given an age beyond the lease, so that others take it over at once, and
-- the delivery that was broken off does not count. It goes itself when they have all of it.
-- Returns { consumers that went }, entries handed over.
-- Redis's own clock: those of the processes differ, and jump.
local time = redis.call('TIME')
local now = time[1] * 1000 + math.floor(time[2] / 1000)
local leaver, row, silent = ARGV[1], ARGV[2], tonumber(ARGV[3])
local lease, groups = tonumber(ARGV[4]), {}
for n = 1, tonumber(ARGV[5]) do groups[n] = ARGV[5 + n] end

local gone, busy, handed_over = {}, {}, 0
local function is_gone(name, idle)
  if leaver ~= '' then return name == leaver end
  local beat = redis.call('ZSCORE', KEYS[2], name)
  if beat then return tonumber(beat) < now - silent end
  return idle > silent  -- it never announced itself
end

-- What is older than a lease is anyone's already: it was given such an age when this ran before, or
-- its delivery has run out and counts.
local function hand_over(key, group, pending)
  for _, p in ipairs(redis.call('XPENDING', key, group, '-', '+', pending, leaver)) do
    if p[3] <= lease then
      redis.call('XCLAIM', key, group, leaver, 0, p[1], 'IDLE', lease + 1,
        'RETRYCOUNT', math.max(0, p[4] - 1), 'JUSTID')
      handed_over = handed_over + 1
    end
  end
end

if leaver ~= '' then
  gone[leaver] = true
  local known = redis.call('ZSCORE', KEYS[2], leaver)
  if known and row ~= '' then redis.call('HSET', KEYS[1], leaver, row) end
else
  for _, name in ipairs(redis.call('ZRANGEBYSCORE', KEYS[2], '-inf', '(' .. (now - silent))) do
    gone[name] = true
  end
end
for n, group in ipairs(groups) do
  local key = KEYS[3 + n]
  local consumers = redis.pcall('XINFO', 'CONSUMERS', key, group)
  for _, found in ipairs(consumers.err and {} or consumers) do
    local of = {}
    for i = 1, #found, 2 do of[found[i]] = found[i + 1] end
    if is_gone(of.name, of.idle) then
      gone[of.name] = true
      if of.pending > 0 then
        busy[of.name] = true
        if leaver ~= '' then hand_over(key, group, of.pending) end
      else
        redis.call('XGROUP', 'DELCONSUMER', key, group, of.name)
      end
    end
  end
end

local function add_to_totals(name)
  local text = redis.call('HGET', KEYS[1], name)
  local readable, told = pcall(cjson.decode, text or '{}')
  for stage, done in pairs(readable and told.done or {}) do
    redis.call('HINCRBY', KEYS[3], stage .. ':steps', done.steps)
    redis.call('HINCRBYFLOAT', KEYS[3], stage .. ':ms', done.ms)
  end
end

local went = {}
for name in pairs(gone) do
  if busy[name] then
    if leaver ~= '' then redis.call('ZADD', KEYS[2], 0, name) end
  else
    add_to_totals(name)
    redis.call('HDEL', KEYS[1], name)
    redis.call('ZREM', KEYS[2], name)
    went[#went + 1] = name
  end
end
return {went, handed_over}
