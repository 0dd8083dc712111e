-- A gateway lives, and has so many clients in these sessions: how many have the others that live?
-- Said twice, it counts once. A gateway that was silent for too long counts for nothing any more.
--
-- KEYS 1 gateways zset  gateway -> ms of its last heartbeat
--      2 here     hash  a session, as a digest -> clients it has at this gateway
--      3 never written (see streams/keys.py)
--      The hashes of the other gateways are built: they have the hash tag of KEYS.
-- ARGV gateway, ms without a heartbeat after which one is dead, prefix of the hashes,
--      then of each session: its digest, its clients here
-- Returns the sessions that have clients here, the other gateways that live (with spaces between),
--      and for each session of ARGV its clients elsewhere.
local time = redis.call('TIME')
local now = time[1] * 1000 + math.floor(time[2] / 1000)
local gateway, lives, prefix = ARGV[1], tonumber(ARGV[2]), ARGV[3]
redis.call('ZREMRANGEBYSCORE', KEYS[1], '-inf', now - lives)
-- Others count without what it had, since it was silent: it says all of it anew.
if not redis.call('ZSCORE', KEYS[1], gateway) then redis.call('DEL', KEYS[2]) end
redis.call('ZADD', KEYS[1], now, gateway)
local others = {}
for _, name in ipairs(redis.call('ZRANGE', KEYS[1], 0, -1)) do
  if name ~= gateway then others[#others + 1] = name end
end
local answer = {0, table.concat(others, ' ')}
for i = 4, #ARGV, 2 do
  local session, clients = ARGV[i], ARGV[i + 1]
  if clients == '0' then
    redis.call('HDEL', KEYS[2], session)
  else
    redis.call('HSET', KEYS[2], session, clients)
  end
  local elsewhere = 0
  for _, name in ipairs(others) do
    elsewhere = elsewhere + tonumber(redis.call('HGET', prefix .. name, session) or '0')
  end
  answer[#answer + 1] = elsewhere
end
redis.call('PEXPIRE', KEYS[2], 2 * lives)
answer[1] = redis.call('HLEN', KEYS[2])
return answer
