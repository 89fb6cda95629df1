// PostgresEngine
