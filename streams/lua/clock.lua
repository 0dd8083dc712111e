-- The time of the server that holds a key, which every comparison of times goes by: the clocks of
-- the processes differ, and jump.
--
-- KEYS 1 any key of the shard
-- Returns ms since 1970.
local time = redis.call('TIME')
return time[1] * 1000 + math.floor(time[2] / 1000)
