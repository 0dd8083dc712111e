-- Count what users sent at one gateway against their rates over all gateways: a bucket each, of what
-- they may send. A gateway says all that it has counted and what it knows was said, so that nothing
-- counts twice when it says it again, or when either of them has forgotten.
--
-- KEYS each user's rate hash  commands, bytes: held in the bucket, below 0 it is owed;
--      commands:at, bytes:at: as of which ms; commands:<gateway>, bytes:<gateway>: counted there
-- ARGV gateway, seconds to keep them for, commands a minute (0: any), commands at once, bytes a
--      minute (0: any), bytes at once, then of each user: commands, those that
--      were told, bytes, those that were told
-- Returns for each user in how many ms nothing is owed any more.
local time = redis.call('TIME')
local now = time[1] * 1000 + math.floor(time[2] / 1000)
local gateway, keep = ARGV[1], ARGV[2]
local kinds = {'commands', 'bytes'}
local waits = {}
for n, key in ipairs(KEYS) do
  local wait = 0
  for i, kind in ipairs(kinds) do
    local rate, burst = tonumber(ARGV[1 + 2 * i]) / 60000, tonumber(ARGV[2 + 2 * i])
    if rate > 0 then
      local at = 1 + 4 * n + 2 * i
      local total, told = tonumber(ARGV[at]), tonumber(ARGV[at + 1])
      local known = redis.call('HMGET', key, kind, kind .. ':at', kind .. ':' .. gateway)
      local held = burst
      if known[1] then
        held = math.min(burst, tonumber(known[1]) + (now - tonumber(known[2])) * rate)
      end
      local before = tonumber(known[3] or '0')
      if before < told or before > total then before = told end  -- forgotten here, or there
      held = held - (total - before)
      redis.call('HSET', key, kind, string.format('%.3f', held), kind .. ':at', now,
        kind .. ':' .. gateway, string.format('%d', total))
      wait = math.max(wait, -held / rate)
    end
  end
  redis.call('EXPIRE', key, keep)
  waits[n] = math.ceil(wait)
end
return waits
