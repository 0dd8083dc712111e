-- Announce a consumer, or that it lives and what it has done. Said twice, it counts once.
--
-- KEYS 1 members hash    consumer -> its row, as JSON
--      2 beats   zset    consumer -> ms of its last heartbeat
-- ARGV consumer, row
-- Redis's own clock: those of the processes differ, and jump.
local time = redis.call('TIME')
local now = time[1] * 1000 + math.floor(time[2] / 1000)
redis.call('HSET', KEYS[1], ARGV[1], ARGV[2])
return redis.call('ZADD', KEYS[2], now, ARGV[1])
