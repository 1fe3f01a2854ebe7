#!/bin/bash
# SPDX-License-Identifier: AGPL-3.0-or-later
# trust.sh CERTIFICATE STORE: makes a trust store of all authorities that the JDK trusts, and of the
# one that signed Elasticsearch's certificate. The store holds nothing secret, so its password is
# the customary one.
set -euo pipefail
certificate=$1
store=$2
fresh=$store.new

rm -f "$fresh"
keytool -importkeystore -noprompt \
  -srckeystore "$JAVA_HOME/lib/security/cacerts" -srcstorepass changeit \
  -destkeystore "$fresh" -deststoretype PKCS12 -deststorepass changeit 2>/dev/null
keytool -importcert -noprompt -alias elasticsearch -file "$certificate" \
  -keystore "$fresh" -storetype PKCS12 -storepass changeit 2>/dev/null
mv "$fresh" "$store"
