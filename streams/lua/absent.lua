-- A gateway ends: it has no clients any more.
--
-- KEYS 1 gateways zset  gateway -> ms of its last heartbeat
--      2 here     hash  a session, as a digest -> clients it has at this gateway
-- ARGV gateway
-- Returns whether it was known to live.
redis.call('DEL', KEYS[2])
return redis.call('ZREM', KEYS[1], ARGV[1])
