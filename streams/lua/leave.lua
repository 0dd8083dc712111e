-- Take consumers that are gone out of the membership and out of every group, but never one on whom
-- work is still pending: XGROUP DELCONSUMER would destroy it. What a consumer has done is added to
-- the totals. Done once or twice, it comes to the same.
--
-- KEYS 1 members hash    consumer -> its row, as JSON
--      2 beats   zset    consumer -> ms of its last heartbeat
--      3 totals  hash    <stage>:steps, <stage>:ms
--      4..       stream  one work stream a queue (see commit.lua)
-- ARGV leaver ('' = whoever has been silent), silent for (ms), lease (ms),
--      #queues { group }
-- A leaver's pending work is given an age beyond the lease, so that others take it over at once; it
-- goes itself when they have. Returns { consumers that went }, entries handed over.
-- Redis's own clock: those of the processes differ, and jump.
local time = redis.call('TIME')
local now = time[1] * 1000 + math.floor(time[2] / 1000)
local leaver, silent, lease = ARGV[1], tonumber(ARGV[2]), ARGV[3]
local groups = {}
for n = 1, tonumber(ARGV[4]) do groups[n] = ARGV[4 + n] end

local function is_gone(name, idle)
  if leaver ~= '' then return name == leaver end
  local beat = redis.call('ZSCORE', KEYS[2], name)
  if beat then return tonumber(beat) < now - silent end
  return idle > silent  -- it never announced itself
end

local gone, busy, handed_over = {}, {}, 0
for _, name in ipairs(redis.call('ZRANGE', KEYS[2], 0, -1)) do
  if is_gone(name, 0) then gone[name] = true end
end
for n, group in ipairs(groups) do
  local key = KEYS[3 + n]
  local consumers = redis.pcall('XINFO', 'CONSUMERS', key, group)
  for _, row in ipairs(consumers.err and {} or consumers) do
    local of = {}
    for i = 1, #row, 2 do of[row[i]] = row[i + 1] end
    if is_gone(of.name, of.idle) then
      gone[of.name] = true
      if of.pending > 0 then
        busy[of.name] = true
        if leaver ~= '' then
          for _, p in ipairs(redis.call('XPENDING', key, group, '-', '+', 1000, leaver)) do
            redis.call('XCLAIM', key, group, leaver, 0, p[1], 'IDLE', lease, 'JUSTID')
            handed_over = handed_over + 1
          end
        end
      else
        redis.call('XGROUP', 'DELCONSUMER', key, group, of.name)
      end
    end
  end
end

local went = {}
for name in pairs(gone) do
  if not busy[name] then
    local row = redis.call('HGET', KEYS[1], name)
    for stage, done in pairs(row and cjson.decode(row).done or {}) do
      redis.call('HINCRBY', KEYS[3], stage .. ':steps', done.steps)
      redis.call('HINCRBYFLOAT', KEYS[3], stage .. ':ms', done.ms)
    end
    redis.call('HDEL', KEYS[1], name)
    redis.call('ZREM', KEYS[2], name)
    went[#went + 1] = name
  end
end
return {went, handed_over}
