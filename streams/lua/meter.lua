-- Count what an entry of the feed took. Every gateway says it; it counts once, by its position.
--
-- KEYS 1 metered string  up to which entry of the feed is counted
--      2 used    hash    requests, engine_ms: of the user's day
--      3 stored  hash    an artifact of a session, as digests -> its bytes; total -> of all
-- ARGV the entry's ms, its number in that ms, ms that an engine took, seconds to keep the day for,
--      then of each artifact: its field, its bytes
-- Returns whether it was counted now.
local ms, number = tonumber(ARGV[1]), tonumber(ARGV[2])
local upto = redis.call('GET', KEYS[1])
if upto then
  local upto_ms, upto_number = string.match(upto, '^(%d+)-(%d+)$')
  upto_ms, upto_number = tonumber(upto_ms), tonumber(upto_number)
  if ms < upto_ms or (ms == upto_ms and number <= upto_number) then return 0 end
end
redis.call('SET', KEYS[1], ARGV[1] .. '-' .. ARGV[2])
if tonumber(ARGV[3]) > 0 then
  redis.call('HINCRBY', KEYS[2], 'engine_ms', ARGV[3])
  redis.call('EXPIRE', KEYS[2], ARGV[4])
end
for i = 5, #ARGV, 2 do
  if redis.call('HSETNX', KEYS[3], ARGV[i], ARGV[i + 1]) == 1 then
    redis.call('HINCRBY', KEYS[3], 'total', ARGV[i + 1])
  end
end
return 1
