// Written by client/generate.ts from the catalogue of operations; changes here are lost.

/** Add a customer `OBPv1.4.0-addCustomer` */
export interface AddCustomerV140 {
  path: 'BANK_ID'
  query: never
  body: {
    title?: string | null | undefined
    branchId?: string | null | undefined
    nameSuffix?: string | null | undefined
    user_id?: string | null | undefined
    customer_number: string
    legal_name: string
    mobile_phone_number: string
    email: string
    face_image: {
      url: string
      date: string | null
    } | null
    date_of_birth: string | null
    relationship_status: string
    dependants: number
    dob_of_dependants?: string[] | null | undefined
    highest_education_attained: string
    employment_status: string
    kyc_status: boolean
    last_ok_date: string | null
  }
  answer: {
    customer_id: string
    customer_number: string
    legal_name: string
    mobile_phone_number: string
    email: string
    face_image: {
      url: string
      date: string | null
    } | null
    date_of_birth: string | null
    relationship_status: string
    dependants: number
    dob_of_dependants: string[]
    highest_education_attained: string
    employment_status: string
    kyc_status: boolean
    last_ok_date: string | null
  }
  code: 'OBP-20001' | 'OBP-30001' | 'OBP-10001' | 'OBP-30006' | 'OBP-20005' | 'OBP-50000' | 'OBP-20006' | 'OBP-30007' | 'OBP-20023' | 'OBP-09014' | 'OBP-10404' | 'OBP-50200' | 'OBP-09016' | 'OBP-09017' | 'OBP-10018' | 'OBP-01000' | 'OBP-50019'
}

/** Get customer for logged in user `OBPv1.4.0-getCustomer` */
export interface GetCustomerV140 {
  path: 'BANK_ID'
  query: never
  body: never
  answer: {
    customer_id: string
    customer_number: string
    legal_name: string
    mobile_phone_number: string
    email: string
    face_image: {
      url: string
      date: string | null
    } | null
    date_of_birth: string | null
    relationship_status: string
    dependants: number
    dob_of_dependants: string[]
    highest_education_attained: string
    employment_status: string
    kyc_status: boolean
    last_ok_date: string | null
  }
  code: 'OBP-20001' | 'OBP-50000' | 'OBP-30008' | 'OBP-30001' | 'OBP-50200' | 'OBP-09016' | 'OBP-09017' | 'OBP-10018' | 'OBP-01000' | 'OBP-50019'
}

/** Create a message to a customer `OBPv1.4.0-addCustomerMessage` */
export interface AddCustomerMessageV140 {
  path: 'BANK_ID' | 'CUSTOMER_ID'
  query: never
  body: {
    message: string
    from_department: string
    from_person: string
  }
  answer: {
    success: string
  }
  code: 'OBP-20001' | 'OBP-30001' | 'OBP-20006' | 'OBP-10001' | 'OBP-30046' | 'OBP-30008' | 'OBP-20005' | 'OBP-50000' | 'OBP-20023' | 'OBP-09014' | 'OBP-10404' | 'OBP-50200' | 'OBP-09016' | 'OBP-09017' | 'OBP-10018' | 'OBP-01000' | 'OBP-50019'
}

/** Get messages for the logged in user `OBPv1.4.0-getCustomersMessages` */
export interface GetCustomersMessagesV140 {
  path: 'BANK_ID'
  query: never
  body: never
  answer: {
    messages: {
      id: string
      date: string
      message: string
      from_department: string
      from_person: string
    }[]
  }
  code: 'OBP-20001' | 'OBP-30001' | 'OBP-50000' | 'OBP-50200' | 'OBP-09016' | 'OBP-09017' | 'OBP-10018' | 'OBP-01000' | 'OBP-50019'
}

/** Get CRM Events `OBPv1.4.0-getCrmEvents` */
export interface GetCrmEventsV140 {
  path: 'BANK_ID'
  query: {
    limit?: number | undefined
    offset?: number | undefined
    sort_direction?: 'asc' | 'desc' | undefined
    from_date?: string | undefined
    to_date?: string | undefined
  }
  body: never
  answer: {
    crm_events: {
      id: string
      bank_id: string
      customer_name: string
      customer_number: string
      category: string
      detail: string
      channel: string
      scheduled_date: string | null
      actual_date: string
      result: string
    }[]
  }
  code: 'OBP-20001' | 'OBP-30001' | 'OBP-50000' | 'OBP-10016' | 'OBP-50200' | 'OBP-09016' | 'OBP-09017' | 'OBP-10018' | 'OBP-01000' | 'OBP-50019'
}

/** Get API Info (root) `OBPv1.2.1-root` */
export interface RootV121 {
  path: never
  query: never
  body: never
  answer: {
    version: string
    version_status: string
    git_commit: string
    connector: string
    hosted_by: {
      organisation: string
      email: string
      phone: string
      organisation_website: string
    }
  }
  code: 'OBP-50000' | 'OBP-09016' | 'OBP-09017' | 'OBP-10018' | 'OBP-01000' | 'OBP-50019'
}

/** Get API Info (root) `OBPv4.0.0-root` */
export interface RootV400 {
  path: never
  query: never
  body: never
  answer: {
    version: string
    version_status: string
    git_commit: string
    connector: string
    hostname: string
    local_identity_provider: string
    hosted_by: {
      organisation: string
      email: string
      phone: string
      organisation_website: string
    }
    hosted_at: {
      organisation: string
      organisation_website: string
    }
    energy_source: {
      organisation: string
      organisation_website: string
    }
    resource_docs_requires_role: boolean
  }
  code: 'OBP-50000' | 'OBP-09016' | 'OBP-09017' | 'OBP-10018' | 'OBP-01000' | 'OBP-50019'
}

/** Get API Info (root) `OBPv5.1.0-root` */
export interface RootV510 {
  path: never
  query: never
  body: never
  answer: {
    version: string
    version_status: string
    git_commit: string
    stage: string
    connector: string
    hostname: string
    local_identity_provider: string
    hosted_by: {
      organisation: string
      email: string
      phone: string
      organisation_website: string
    }
    hosted_at: {
      organisation: string
      organisation_website: string
    }
    energy_source: {
      organisation: string
      organisation_website: string
    }
    resource_docs_requires_role: boolean
  }
  code: 'OBP-50000' | 'OBP-09016' | 'OBP-09017' | 'OBP-10018' | 'OBP-01000' | 'OBP-50019'
}

/** Get API Versions `OBPv4.0.0-getScannedApiVersions` */
export interface GetScannedApiVersionsV400 {
  path: never
  query: never
  body: never
  answer: {
    scanned_api_versions: {
      urlPrefix: string
      apiStandard: string
      apiShortVersion: string
      API_VERSION: string
    }[]
  }
  code: 'OBP-50000' | 'OBP-09016' | 'OBP-09017' | 'OBP-10018' | 'OBP-01000' | 'OBP-50019'
}

/** Get API Versions `OBPv6.0.0-getScannedApiVersions` */
export interface GetScannedApiVersionsV600 {
  path: never
  query: never
  body: never
  answer: {
    scanned_api_versions: {
      url_prefix: string
      api_standard: string
      api_short_version: string
      fully_qualified_version: string
      is_active: boolean
    }[]
  }
  code: 'OBP-50000' | 'OBP-09016' | 'OBP-09017' | 'OBP-10018' | 'OBP-01000' | 'OBP-50019'
}

/** Get Glossary of the API `OBPv3.0.0-getApiGlossary` */
export interface GetApiGlossaryV300 {
  path: never
  query: {
    /** @deprecated */
    language?: 'en_GB' | 'es_ES' | undefined
  }
  body: never
  answer: {
    glossary_items: {
      title: string
      description: {
        markdown: string
        html: string
      }
    }[]
  }
  code: 'OBP-10041' | 'OBP-50000' | 'OBP-20001' | 'OBP-20006' | 'OBP-20023' | 'OBP-09016' | 'OBP-09017' | 'OBP-10018' | 'OBP-01000' | 'OBP-50019'
}

/** Get Error Messages `OBPv6.0.0-getErrorMessages` */
export interface GetErrorMessagesV600 {
  path: never
  query: {
    /** @deprecated */
    language?: 'en_GB' | 'es_ES' | undefined
  }
  body: never
  answer: {
    error_messages: {
      code: string | null
      status: number
      message: string
      cause: string
      fix: string
      operation_ids: string[]
    }[]
  }
  code: 'OBP-10041' | 'OBP-50000' | 'OBP-09016' | 'OBP-09017' | 'OBP-10018' | 'OBP-01000' | 'OBP-50019'
}

/** Get Message Docs `OBPv2.2.0-getMessageDocs` */
export interface GetMessageDocsV220 {
  path: 'CONNECTOR'
  query: {
    /** @deprecated */
    language?: 'en_GB' | 'es_ES' | undefined
  }
  body: never
  answer: {
    message_docs: {
      process: string
      message_format: string
      description: string
      example_outbound_message: unknown
      example_inbound_message: unknown
      adapter_implementation: {
        group: string
        suggested_order: number
      }
      dependent_endpoints: {
        name: string
        version: string
      }[]
      requiredFieldInfo: unknown
    }[]
  }
  code: 'OBP-30211' | 'OBP-10041' | 'OBP-50000' | 'OBP-20001' | 'OBP-20006' | 'OBP-20023' | 'OBP-09016' | 'OBP-09017' | 'OBP-10018' | 'OBP-01000' | 'OBP-50019'
}

/** Get Message Docs as Swagger `OBPv3.1.0-getMessageDocsSwagger` */
export interface GetMessageDocsSwaggerV310 {
  path: 'CONNECTOR'
  query: {
    /** @deprecated */
    language?: 'en_GB' | 'es_ES' | undefined
  }
  body: never
  answer: {
    swagger: string
    info: unknown
    tags: unknown
    consumes: string[]
    produces: string[]
    paths: unknown
    definitions: unknown
  }
  code: 'OBP-30211' | 'OBP-10041' | 'OBP-50000' | 'OBP-20001' | 'OBP-20006' | 'OBP-20023' | 'OBP-09016' | 'OBP-09017' | 'OBP-10018' | 'OBP-01000' | 'OBP-50019'
}

/** Get Message Docs as JSON Schema `OBPv6.0.0-getMessageDocsJsonSchema` */
export interface GetMessageDocsJsonSchemaV600 {
  path: 'CONNECTOR'
  query: {
    /** @deprecated */
    language?: 'en_GB' | 'es_ES' | undefined
  }
  body: never
  answer: {
    $schema: string
    title: string
    description: string
    type: string
    properties: unknown
    definitions: unknown
  }
  code: 'OBP-30211' | 'OBP-10041' | 'OBP-50000' | 'OBP-20001' | 'OBP-20006' | 'OBP-20023' | 'OBP-09016' | 'OBP-09017' | 'OBP-10018' | 'OBP-01000' | 'OBP-50019'
}

/** Get Bank Level Dynamic Resource Docs `OBPv1.4.0-getBankLevelDynamicResourceDocsObp` */
export interface GetBankLevelDynamicResourceDocsObpV140 {
  path: 'BANK_ID' | 'API_VERSION'
  query: {
    tags?: string | undefined
    functions?: string | undefined
    content?: 'static' | 'dynamic' | 'all' | undefined
    'api-collection-id'?: string | undefined
    /** @deprecated */
    language?: 'en_GB' | 'es_ES' | undefined
  }
  body: never
  answer: {
    resource_docs: {
      operation_id: string
      implemented_by: {
        version: string
        function: string
      }
      request_verb: string
      request_url: string
      summary: string
      description: string
      description_markdown: string
      example_request_body?: unknown
      success_response_body?: unknown
      error_response_bodies: string[]
      tags: string[]
      typed_request_body?: unknown
      typed_success_response_body?: unknown
      roles?: {
        role: string
        requires_bank_id: boolean
      }[]
      is_featured: boolean
      special_instructions: string
      specified_url: string
      connector_methods: string[]
    }[]
  }
  code: 'OBP-30001' | 'OBP-00027' | 'OBP-10041' | 'OBP-10052' | 'OBP-10053' | 'OBP-10054' | 'OBP-10055' | 'OBP-50000' | 'OBP-20001' | 'OBP-20006' | 'OBP-20023' | 'OBP-50200' | 'OBP-09016' | 'OBP-09017' | 'OBP-10018' | 'OBP-01000' | 'OBP-50019'
}

/** Get Resource Docs `OBPv1.4.0-getResourceDocsObp` */
export interface GetResourceDocsObpV140 {
  path: 'API_VERSION'
  query: {
    tags?: string | undefined
    functions?: string | undefined
    content?: 'static' | 'dynamic' | 'all' | undefined
    'api-collection-id'?: string | undefined
    /** @deprecated */
    language?: 'en_GB' | 'es_ES' | undefined
  }
  body: never
  answer: {
    resource_docs: {
      operation_id: string
      implemented_by: {
        version: string
        function: string
      }
      request_verb: string
      request_url: string
      summary: string
      description: string
      description_markdown: string
      example_request_body?: unknown
      success_response_body?: unknown
      error_response_bodies: string[]
      tags: string[]
      typed_request_body?: unknown
      typed_success_response_body?: unknown
      roles?: {
        role: string
        requires_bank_id: boolean
      }[]
      is_featured: boolean
      special_instructions: string
      specified_url: string
      connector_methods: string[]
    }[]
  }
  code: 'OBP-00027' | 'OBP-10041' | 'OBP-10052' | 'OBP-10053' | 'OBP-10054' | 'OBP-10055' | 'OBP-30079' | 'OBP-50000' | 'OBP-20001' | 'OBP-20006' | 'OBP-20023' | 'OBP-09016' | 'OBP-09017' | 'OBP-10018' | 'OBP-01000' | 'OBP-50019'
}

/** Get Resource Docs `OBPv4.0.0-getResourceDocsObpV400` */
export interface GetResourceDocsObpV400V400 {
  path: 'API_VERSION'
  query: {
    tags?: string | undefined
    functions?: string | undefined
    content?: 'static' | 'dynamic' | 'all' | undefined
    'api-collection-id'?: string | undefined
    /** @deprecated */
    language?: 'en_GB' | 'es_ES' | undefined
  }
  body: never
  answer: {
    resource_docs: {
      operation_id: string
      implemented_by: {
        version: string
        function: string
      }
      request_verb: string
      request_url: string
      summary: string
      description: string
      description_markdown: string
      example_request_body?: unknown
      success_response_body?: unknown
      error_response_bodies: string[]
      tags: string[]
      typed_request_body?: unknown
      typed_success_response_body?: unknown
      roles?: {
        role: string
        requires_bank_id: boolean
      }[]
      is_featured: boolean
      special_instructions: string
      specified_url: string
      connector_methods: string[]
    }[]
    meta: {
      response_date: string
      count: number
    }
  }
  code: 'OBP-00027' | 'OBP-10041' | 'OBP-10052' | 'OBP-10053' | 'OBP-10054' | 'OBP-10055' | 'OBP-30079' | 'OBP-50000' | 'OBP-20001' | 'OBP-20006' | 'OBP-20023' | 'OBP-09016' | 'OBP-09017' | 'OBP-10018' | 'OBP-01000' | 'OBP-50019'
}

/** Get Swagger 2.0 `OBPv1.4.0-getResourceDocsSwagger` */
export interface GetResourceDocsSwaggerV140 {
  path: 'API_VERSION'
  query: {
    tags?: string | undefined
    functions?: string | undefined
    content?: 'static' | 'dynamic' | 'all' | undefined
    'api-collection-id'?: string | undefined
    /** @deprecated */
    language?: 'en_GB' | 'es_ES' | undefined
  }
  body: never
  answer: unknown
  code: 'OBP-00027' | 'OBP-10041' | 'OBP-10052' | 'OBP-10053' | 'OBP-10054' | 'OBP-10055' | 'OBP-30079' | 'OBP-50000' | 'OBP-20001' | 'OBP-20006' | 'OBP-20023' | 'OBP-09016' | 'OBP-09017' | 'OBP-10018' | 'OBP-01000' | 'OBP-50019'
}

/** Get OpenAPI 3.1 `OBPv6.0.0-getResourceDocsOpenAPI31` */
export interface GetResourceDocsOpenAPI31V600 {
  path: 'API_VERSION'
  query: {
    tags?: string | undefined
    functions?: string | undefined
    content?: 'static' | 'dynamic' | 'all' | undefined
    'api-collection-id'?: string | undefined
    /** @deprecated */
    language?: 'en_GB' | 'es_ES' | undefined
  }
  body: never
  answer: unknown
  code: 'OBP-00027' | 'OBP-10041' | 'OBP-10052' | 'OBP-10053' | 'OBP-10054' | 'OBP-10055' | 'OBP-30079' | 'OBP-50000' | 'OBP-20001' | 'OBP-20006' | 'OBP-20023' | 'OBP-09016' | 'OBP-09017' | 'OBP-10018' | 'OBP-01000' | 'OBP-50019'
}

/** Get OpenAPI 3.1 as YAML `OBPv6.0.0-getResourceDocsOpenAPI31YAML` */
export interface GetResourceDocsOpenAPI31YAMLV600 {
  path: 'API_VERSION'
  query: {
    tags?: string | undefined
    functions?: string | undefined
    content?: 'static' | 'dynamic' | 'all' | undefined
    'api-collection-id'?: string | undefined
    /** @deprecated */
    language?: 'en_GB' | 'es_ES' | undefined
  }
  body: never
  answer: string
  code: 'OBP-00027' | 'OBP-10041' | 'OBP-10052' | 'OBP-10053' | 'OBP-10054' | 'OBP-10055' | 'OBP-30079' | 'OBP-50000' | 'OBP-20001' | 'OBP-20006' | 'OBP-20023' | 'OBP-09016' | 'OBP-09017' | 'OBP-10018' | 'OBP-01000' | 'OBP-50019'
}

/** Get the index of the Resource Docs `OBPv6.0.0-getResourceDocsIndex` */
export interface GetResourceDocsIndexV600 {
  path: 'API_VERSION'
  query: {
    /** @deprecated */
    language?: 'en_GB' | 'es_ES' | undefined
  }
  body: never
  answer: {
    operations: {
      operation_id: string
      request_verb: string
      specified_url: string
      summary: string
      tags: string[]
      is_featured: boolean
      is_deprecated: boolean
    }[]
  }
  code: 'OBP-00027' | 'OBP-10041' | 'OBP-50000' | 'OBP-20001' | 'OBP-20006' | 'OBP-20023' | 'OBP-09016' | 'OBP-09017' | 'OBP-10018' | 'OBP-01000' | 'OBP-50019'
}

/** Get what operations are found by `OBPv6.0.0-getResourceDocsSearchTerms` */
export interface GetResourceDocsSearchTermsV600 {
  path: 'API_VERSION'
  query: {
    /** @deprecated */
    language?: 'en_GB' | 'es_ES' | undefined
  }
  body: never
  answer: {
    operations: {
      operation_id: string
      request_verb: string
      request_url: string
      tags: string[]
      served_under: string[]
      is_deprecated: boolean
      summaries: {
        en: string
        es: string
      }
      descriptions: {
        en: string
        es: string
      }
      fields: string[]
      errors: string[]
      roles: string[]
    }[]
    meanings: {
      field: string
      en: string
      es: string
    }[]
  }
  code: 'OBP-00027' | 'OBP-50000' | 'OBP-20001' | 'OBP-20006' | 'OBP-20023' | 'OBP-10041' | 'OBP-09016' | 'OBP-09017' | 'OBP-10018' | 'OBP-01000' | 'OBP-50019'
}

/** Get the document of an operation `OBPv6.0.0-getResourceDoc` */
export interface GetResourceDocV600 {
  path: 'API_VERSION' | 'OPERATION_ID'
  query: {
    /** @deprecated */
    language?: 'en_GB' | 'es_ES' | undefined
  }
  body: never
  answer: {
    operation_id: string
    implemented_by: {
      version: string
      function: string
    }
    request_verb: string
    request_url: string
    summary: string
    description: string
    description_markdown: string
    example_request_body?: unknown
    success_response_body?: unknown
    error_response_bodies: string[]
    tags: string[]
    typed_request_body?: unknown
    typed_success_response_body?: unknown
    roles?: {
      role: string
      requires_bank_id: boolean
    }[]
    is_featured: boolean
    special_instructions: string
    specified_url: string
    connector_methods: string[]
    text: string
    url_parameters: {
      name: string
      example: string
      meaning: string
    }[]
    query_parameters: {
      name: string
      meaning: string
      example: string
      schema: unknown
      is_deprecated: boolean
    }[]
    login: string
    role_rule: string | null
    success_status: number
    request_schema?: unknown
    response_schema?: unknown
    errors: {
      code: string | null
      status: number
      message: string
      cause: string
      fix: string
    }[]
    paging: unknown
    served_under: string[]
    superseded_by: string | null
    is_deprecated: boolean
    other_versions: {
      operation_id: string
      version: string
      only_there: {
        query_parameters: string[]
        request_fields: string[]
        response_fields: string[]
        roles: string[]
        errors: string[]
      }
      only_here: {
        query_parameters: string[]
        request_fields: string[]
        response_fields: string[]
        roles: string[]
        errors: string[]
      }
    }[]
  }
  code: 'OBP-00027' | 'OBP-10041' | 'OBP-50000' | 'OBP-20001' | 'OBP-20006' | 'OBP-20023' | 'OBP-09016' | 'OBP-09017' | 'OBP-10018' | 'OBP-01000' | 'OBP-50019'
}

/** Create My Api Collection Endpoint By Id `OBPv4.0.0-createMyApiCollectionEndpointById` */
export interface CreateMyApiCollectionEndpointByIdV400 {
  path: 'API_COLLECTION_ID'
  query: never
  body: {
    operation_id: string
  }
  answer: {
    api_collection_endpoint_id: string
    api_collection_id: string
    operation_id: string
  }
  code: 'OBP-20001' | 'OBP-10001' | 'OBP-40048' | 'OBP-30079' | 'OBP-30083' | 'OBP-30085' | 'OBP-50000' | 'OBP-09014' | 'OBP-10404' | 'OBP-09016' | 'OBP-09017' | 'OBP-10018' | 'OBP-01000' | 'OBP-50019'
}

/** Create My Api Collection Endpoint `OBPv4.0.0-createMyApiCollectionEndpoint` */
export interface CreateMyApiCollectionEndpointV400 {
  path: 'API_COLLECTION_NAME'
  query: never
  body: {
    operation_id: string
  }
  answer: {
    api_collection_endpoint_id: string
    api_collection_id: string
    operation_id: string
  }
  code: 'OBP-20001' | 'OBP-10001' | 'OBP-40048' | 'OBP-20064' | 'OBP-30079' | 'OBP-30080' | 'OBP-30083' | 'OBP-30085' | 'OBP-50000' | 'OBP-09014' | 'OBP-10404' | 'OBP-09016' | 'OBP-09017' | 'OBP-10018' | 'OBP-01000' | 'OBP-50019'
}

/** Create My Api Collection `OBPv4.0.0-createMyApiCollection` */
export interface CreateMyApiCollectionV400 {
  path: never
  query: never
  body: {
    api_collection_name: string
    is_sharable: boolean
    description?: string | undefined
  }
  answer: {
    api_collection_id: string
    user_id: string
    api_collection_name: string
    is_sharable: boolean
    description: string
  }
  code: 'OBP-20001' | 'OBP-10001' | 'OBP-20064' | 'OBP-30080' | 'OBP-30086' | 'OBP-50000' | 'OBP-09014' | 'OBP-10404' | 'OBP-09016' | 'OBP-09017' | 'OBP-10018' | 'OBP-01000' | 'OBP-50019'
}

/** Delete My Api Collection Endpoint By Id `OBPv4.0.0-deleteMyApiCollectionEndpointById` */
export interface DeleteMyApiCollectionEndpointByIdV400 {
  path: 'API_COLLECTION_ID' | 'API_COLLECTION_ENDPOINT_ID'
  query: never
  body: never
  answer: undefined
  code: 'OBP-20001' | 'OBP-30079' | 'OBP-30082' | 'OBP-50000' | 'OBP-10404' | 'OBP-10001' | 'OBP-09016' | 'OBP-09017' | 'OBP-10018' | 'OBP-01000' | 'OBP-50019'
}

/** Delete My Api Collection Endpoint By Operation Id `OBPv4.0.0-deleteMyApiCollectionEndpointByOperationId` */
export interface DeleteMyApiCollectionEndpointByOperationIdV400 {
  path: 'API_COLLECTION_ID' | 'OPERATION_ID'
  query: never
  body: never
  answer: undefined
  code: 'OBP-20001' | 'OBP-30079' | 'OBP-30082' | 'OBP-50000' | 'OBP-10404' | 'OBP-10001' | 'OBP-09016' | 'OBP-09017' | 'OBP-10018' | 'OBP-01000' | 'OBP-50019'
}

/** Delete My Api Collection Endpoint `OBPv4.0.0-deleteMyApiCollectionEndpoint` */
export interface DeleteMyApiCollectionEndpointV400 {
  path: 'API_COLLECTION_NAME' | 'OPERATION_ID'
  query: never
  body: never
  answer: undefined
  code: 'OBP-20001' | 'OBP-30079' | 'OBP-30082' | 'OBP-50000' | 'OBP-10404' | 'OBP-10001' | 'OBP-09016' | 'OBP-09017' | 'OBP-10018' | 'OBP-01000' | 'OBP-50019'
}

/** Delete My Api Collection `OBPv4.0.0-deleteMyApiCollection` */
export interface DeleteMyApiCollectionV400 {
  path: 'API_COLLECTION_ID'
  query: never
  body: never
  answer: undefined
  code: 'OBP-20001' | 'OBP-30079' | 'OBP-50000' | 'OBP-10404' | 'OBP-10001' | 'OBP-09016' | 'OBP-09017' | 'OBP-10018' | 'OBP-01000' | 'OBP-50019'
}

/** Get All API Collections `OBPv5.1.0-getAllApiCollections` */
export interface GetAllApiCollectionsV510 {
  path: never
  query: never
  body: never
  answer: {
    api_collections: {
      api_collection_id: string
      user_id: string
      api_collection_name: string
      is_sharable: boolean
      description: string
    }[]
  }
  code: 'OBP-20001' | 'OBP-20006' | 'OBP-50000' | 'OBP-20023' | 'OBP-09016' | 'OBP-09017' | 'OBP-10018' | 'OBP-01000' | 'OBP-50019'
}

/** Get Api Collection Endpoints `OBPv4.0.0-getApiCollectionEndpoints` */
export interface GetApiCollectionEndpointsV400 {
  path: 'API_COLLECTION_ID'
  query: never
  body: never
  answer: {
    api_collection_endpoints: {
      api_collection_endpoint_id: string
      api_collection_id: string
      operation_id: string
    }[]
  }
  code: 'OBP-30079' | 'OBP-50000' | 'OBP-09016' | 'OBP-09017' | 'OBP-10018' | 'OBP-01000' | 'OBP-50019'
}

/** Get Api Collections for User `OBPv4.0.0-getApiCollectionsForUser` */
export interface GetApiCollectionsForUserV400 {
  path: 'USER_ID'
  query: never
  body: never
  answer: {
    api_collections: {
      api_collection_id: string
      user_id: string
      api_collection_name: string
      is_sharable: boolean
      description: string
    }[]
  }
  code: 'OBP-20001' | 'OBP-20006' | 'OBP-20005' | 'OBP-50000' | 'OBP-20023' | 'OBP-09016' | 'OBP-09017' | 'OBP-10018' | 'OBP-01000' | 'OBP-50019'
}

/** Get Featured Api Collections `OBPv4.0.0-getFeaturedApiCollections` */
export interface GetFeaturedApiCollectionsV400 {
  path: never
  query: never
  body: never
  answer: {
    api_collections: {
      api_collection_id: string
      user_id: string
      api_collection_name: string
      is_sharable: boolean
      description: string
    }[]
  }
  code: 'OBP-50000' | 'OBP-09016' | 'OBP-09017' | 'OBP-10018' | 'OBP-01000' | 'OBP-50019'
}

/** Get My Api Collection By Id `OBPv4.0.0-getMyApiCollectionById` */
export interface GetMyApiCollectionByIdV400 {
  path: 'API_COLLECTION_ID'
  query: never
  body: never
  answer: {
    api_collection_id: string
    user_id: string
    api_collection_name: string
    is_sharable: boolean
    description: string
  }
  code: 'OBP-20001' | 'OBP-30079' | 'OBP-50000' | 'OBP-09016' | 'OBP-09017' | 'OBP-10018' | 'OBP-01000' | 'OBP-50019'
}

/** Get My Api Collection By Name `OBPv4.0.0-getMyApiCollectionByName` */
export interface GetMyApiCollectionByNameV400 {
  path: 'API_COLLECTION_NAME'
  query: never
  body: never
  answer: {
    api_collection_id: string
    user_id: string
    api_collection_name: string
    is_sharable: boolean
    description: string
  }
  code: 'OBP-20001' | 'OBP-30079' | 'OBP-50000' | 'OBP-09016' | 'OBP-09017' | 'OBP-10018' | 'OBP-01000' | 'OBP-50019'
}

/** Get My Api Collection Endpoint `OBPv4.0.0-getMyApiCollectionEndpoint` */
export interface GetMyApiCollectionEndpointV400 {
  path: 'API_COLLECTION_NAME' | 'OPERATION_ID'
  query: never
  body: never
  answer: {
    api_collection_endpoint_id: string
    api_collection_id: string
    operation_id: string
  }
  code: 'OBP-20001' | 'OBP-30079' | 'OBP-30082' | 'OBP-50000' | 'OBP-09016' | 'OBP-09017' | 'OBP-10018' | 'OBP-01000' | 'OBP-50019'
}

/** Get My Api Collection Endpoints By Id `OBPv4.0.0-getMyApiCollectionEndpointsById` */
export interface GetMyApiCollectionEndpointsByIdV400 {
  path: 'API_COLLECTION_ID'
  query: never
  body: never
  answer: {
    api_collection_endpoints: {
      api_collection_endpoint_id: string
      api_collection_id: string
      operation_id: string
    }[]
  }
  code: 'OBP-20001' | 'OBP-30079' | 'OBP-50000' | 'OBP-09016' | 'OBP-09017' | 'OBP-10018' | 'OBP-01000' | 'OBP-50019'
}

/** Get My Api Collection Endpoints `OBPv4.0.0-getMyApiCollectionEndpoints` */
export interface GetMyApiCollectionEndpointsV400 {
  path: 'API_COLLECTION_NAME'
  query: never
  body: never
  answer: {
    api_collection_endpoints: {
      api_collection_endpoint_id: string
      api_collection_id: string
      operation_id: string
    }[]
  }
  code: 'OBP-20001' | 'OBP-30079' | 'OBP-50000' | 'OBP-09016' | 'OBP-09017' | 'OBP-10018' | 'OBP-01000' | 'OBP-50019'
}

/** Get My Api Collections `OBPv4.0.0-getMyApiCollections` */
export interface GetMyApiCollectionsV400 {
  path: never
  query: never
  body: never
  answer: {
    api_collections: {
      api_collection_id: string
      user_id: string
      api_collection_name: string
      is_sharable: boolean
      description: string
    }[]
  }
  code: 'OBP-20001' | 'OBP-50000' | 'OBP-09016' | 'OBP-09017' | 'OBP-10018' | 'OBP-01000' | 'OBP-50019'
}

/** Get Sharable Api Collection By Id `OBPv4.0.0-getSharableApiCollectionById` */
export interface GetSharableApiCollectionByIdV400 {
  path: 'API_COLLECTION_ID'
  query: never
  body: never
  answer: {
    api_collection_id: string
    user_id: string
    api_collection_name: string
    is_sharable: boolean
    description: string
  }
  code: 'OBP-30079' | 'OBP-50000' | 'OBP-09016' | 'OBP-09017' | 'OBP-10018' | 'OBP-01000' | 'OBP-50019'
}

/** Update My Api Collection By API_COLLECTION_ID `OBPv5.1.0-updateMyApiCollection` */
export interface UpdateMyApiCollectionV510 {
  path: 'API_COLLECTION_ID'
  query: never
  body: {
    api_collection_name: string
    is_sharable: boolean
    description?: string | undefined
  }
  answer: {
    api_collection_id: string
    user_id: string
    api_collection_name: string
    is_sharable: boolean
    description: string
  }
  code: 'OBP-20001' | 'OBP-10001' | 'OBP-30079' | 'OBP-30086' | 'OBP-50000' | 'OBP-09014' | 'OBP-10404' | 'OBP-09016' | 'OBP-09017' | 'OBP-10018' | 'OBP-01000' | 'OBP-50019'
}

/** Create User `OBPv2.0.0-createUser` */
export interface CreateUserV200 {
  path: never
  query: never
  body: {
    email: string
    username: string
    password: string
    first_name: string
    last_name: string
  }
  answer: {
    user_id: string
    email: string
    provider_id: string
    provider: string
    username: string
    entitlements: {
      list: {
        entitlement_id: string
        role_name: string
        bank_id: string
        expires?: string
      }[]
    }
  }
  code: 'OBP-10001' | 'OBP-30207' | 'OBP-20258' | 'OBP-10018' | 'OBP-10040' | 'OBP-50000' | 'OBP-09014' | 'OBP-10404' | 'OBP-09016' | 'OBP-09017' | 'OBP-01000' | 'OBP-50019'
}

/** Get User (Current) `OBPv2.0.0-getCurrentUser` */
export interface GetCurrentUserV200 {
  path: never
  query: never
  body: never
  answer: {
    user_id: string
    email: string
    provider_id: string
    provider: string
    username: string
    entitlements: {
      list: {
        entitlement_id: string
        role_name: string
        bank_id: string
        expires?: string
      }[]
    }
  }
  code: 'OBP-20001' | 'OBP-50000' | 'OBP-09016' | 'OBP-09017' | 'OBP-10018' | 'OBP-01000' | 'OBP-50019'
}

/** Get User (Current) `OBPv3.0.0-getCurrentUser` */
export interface GetCurrentUserV300 {
  path: never
  query: never
  body: never
  answer: {
    user_id: string
    email: string
    provider_id: string
    provider: string
    username: string
    entitlements: {
      list: {
        entitlement_id: string
        role_name: string
        bank_id: string
        expires?: string
      }[]
    }
    views: {
      list: {
        bank_id: string
        account_id: string
        view_id: string
      }[]
    }
  }
  code: 'OBP-20001' | 'OBP-50000' | 'OBP-09016' | 'OBP-09017' | 'OBP-10018' | 'OBP-01000' | 'OBP-50019'
}

/** Get User (Current) `OBPv6.0.0-getCurrentUser` */
export interface GetCurrentUserV600 {
  path: never
  query: never
  body: never
  answer: {
    user_id: string
    email: string
    provider_id: string
    provider: string
    username: string
    entitlements: {
      list: {
        entitlement_id: string
        role_name: string
        bank_id: string
        expires?: string
        created_by_process: string
      }[]
    }
    views: {
      list: {
        bank_id: string
        account_id: string
        view_id: string
      }[]
    }
  }
  code: 'OBP-20001' | 'OBP-50000' | 'OBP-09016' | 'OBP-09017' | 'OBP-10018' | 'OBP-01000' | 'OBP-50019'
}

/** Get User Id (Current) `OBPv4.0.0-getCurrentUserId` */
export interface GetCurrentUserIdV400 {
  path: never
  query: never
  body: never
  answer: {
    user_id: string
  }
  code: 'OBP-20001' | 'OBP-50000' | 'OBP-09016' | 'OBP-09017' | 'OBP-10018' | 'OBP-01000' | 'OBP-50019'
}

/** Get Users by Email Address `OBPv2.0.0-getUser` */
export interface GetUserV200 {
  path: 'USER_EMAIL'
  query: never
  body: never
  answer: {
    users: {
      user_id: string
      email: string
      provider_id: string
      provider: string
      username: string
      entitlements: {
        list: {
          entitlement_id: string
          role_name: string
          bank_id: string
          expires?: string
        }[]
      }
    }[]
  }
  code: 'OBP-20001' | 'OBP-20006' | 'OBP-50000' | 'OBP-20023' | 'OBP-09016' | 'OBP-09017' | 'OBP-10018' | 'OBP-01000' | 'OBP-50019'
}

/** Get all Users `OBPv2.1.0-getUsers` */
export interface GetUsersV210 {
  path: never
  query: {
    is_deleted?: boolean | undefined
    locked_status?: 'active' | 'locked' | undefined
    limit?: number | undefined
    offset?: number | undefined
  }
  body: never
  answer: {
    users: {
      user_id: string
      email: string
      provider_id: string
      provider: string
      username: string
      entitlements: {
        list: {
          entitlement_id: string
          role_name: string
          bank_id: string
          expires?: string
        }[]
      }
    }[]
  }
  code: 'OBP-20001' | 'OBP-20006' | 'OBP-10016' | 'OBP-50000' | 'OBP-20023' | 'OBP-09016' | 'OBP-09017' | 'OBP-10018' | 'OBP-01000' | 'OBP-50019'
}

/** Get User by USER_ID `OBPv3.0.0-getUserByUserId` */
export interface GetUserByUserIdV300 {
  path: 'USER_ID'
  query: never
  body: never
  answer: {
    user_id: string
    email: string
    provider_id: string
    provider: string
    username: string
    entitlements: {
      list: {
        entitlement_id: string
        role_name: string
        bank_id: string
        expires?: string
      }[]
    }
  }
  code: 'OBP-20001' | 'OBP-20006' | 'OBP-20057' | 'OBP-50000' | 'OBP-20023' | 'OBP-09016' | 'OBP-09017' | 'OBP-10018' | 'OBP-01000' | 'OBP-50019'
}

/** Get Users by Email Address `OBPv3.0.0-getUser` */
export interface GetUserV300 {
  path: 'EMAIL'
  query: never
  body: never
  answer: {
    users: {
      user_id: string
      email: string
      provider_id: string
      provider: string
      username: string
      entitlements: {
        list: {
          entitlement_id: string
          role_name: string
          bank_id: string
          expires?: string
        }[]
      }
    }[]
  }
  code: 'OBP-20001' | 'OBP-20006' | 'OBP-50000' | 'OBP-20023' | 'OBP-09016' | 'OBP-09017' | 'OBP-10018' | 'OBP-01000' | 'OBP-50019'
}

/** Get User by USERNAME `OBPv3.0.0-getUserByUsername` */
export interface GetUserByUsernameV300 {
  path: 'USERNAME'
  query: never
  body: never
  answer: {
    user_id: string
    email: string
    provider_id: string
    provider: string
    username: string
    entitlements: {
      list: {
        entitlement_id: string
        role_name: string
        bank_id: string
        expires?: string
      }[]
    }
  }
  code: 'OBP-20001' | 'OBP-20006' | 'OBP-20027' | 'OBP-50000' | 'OBP-20023' | 'OBP-09016' | 'OBP-09017' | 'OBP-10018' | 'OBP-01000' | 'OBP-50019'
}

/** Get all Users `OBPv4.0.0-getUsers` */
export interface GetUsersV400 {
  path: never
  query: {
    is_deleted?: boolean | undefined
    locked_status?: 'active' | 'locked' | undefined
    limit?: number | undefined
    offset?: number | undefined
  }
  body: never
  answer: {
    users: {
      user_id: string
      email: string
      provider_id: string
      provider: string
      username: string
      entitlements: {
        list: {
          entitlement_id: string
          role_name: string
          bank_id: string
          expires?: string
        }[]
      }
      is_deleted: boolean
      is_locked: boolean
    }[]
  }
  code: 'OBP-20001' | 'OBP-20006' | 'OBP-10016' | 'OBP-50000' | 'OBP-20023' | 'OBP-09016' | 'OBP-09017' | 'OBP-10018' | 'OBP-01000' | 'OBP-50019'
}

/** Get all Users `OBPv6.0.0-getUsers` */
export interface GetUsersV600 {
  path: never
  query: {
    is_deleted?: boolean | undefined
    locked_status?: 'active' | 'locked' | undefined
    sort_by?: 'user_id' | 'username' | 'email' | 'provider' | 'created_date' | 'updated_date' | undefined
    provider?: string | undefined
    username?: string | undefined
    email?: string | undefined
    user_id?: string | undefined
    role_name?: string | undefined
    bank_id?: string | undefined
    limit?: number | undefined
    offset?: number | undefined
    sort_direction?: 'asc' | 'desc' | undefined
  }
  body: never
  answer: {
    users: {
      user_id: string
      email: string
      provider_id: string
      provider: string
      username: string
      entitlements: {
        list: {
          entitlement_id: string
          role_name: string
          bank_id: string
          expires?: string
        }[]
      }
      is_deleted: boolean
      is_locked: boolean
      first_name: string
      last_name: string
      views: {
        list: {
          bank_id: string
          account_id: string
          view_id: string
        }[]
      } | null
      agreements: {
        type: string
        text: string
      }[]
      created_date: string
      updated_date: string
      email_validated: boolean
    }[]
  }
  code: 'OBP-20001' | 'OBP-20006' | 'OBP-10016' | 'OBP-50000' | 'OBP-20023' | 'OBP-09016' | 'OBP-09017' | 'OBP-10018' | 'OBP-01000' | 'OBP-50019'
}

/** Get User by USER_ID `OBPv4.0.0-getUserByUserId` */
export interface GetUserByUserIdV400 {
  path: 'USER_ID'
  query: never
  body: never
  answer: {
    user_id: string
    email: string
    provider_id: string
    provider: string
    username: string
    entitlements: {
      list: {
        entitlement_id: string
        role_name: string
        bank_id: string
        expires?: string
      }[]
    }
    is_deleted: boolean
    is_locked: boolean
  }
  code: 'OBP-20001' | 'OBP-20006' | 'OBP-20057' | 'OBP-50000' | 'OBP-20023' | 'OBP-09016' | 'OBP-09017' | 'OBP-10018' | 'OBP-01000' | 'OBP-50019'
}

/** Get User by USER_ID `OBPv6.0.0-getUserByUserId` */
export interface GetUserByUserIdV600 {
  path: 'USER_ID'
  query: never
  body: never
  answer: {
    user_id: string
    email: string
    provider_id: string
    provider: string
    username: string
    entitlements: {
      list: {
        entitlement_id: string
        role_name: string
        bank_id: string
        expires?: string
      }[]
    }
    is_deleted: boolean
    is_locked: boolean
    first_name: string
    last_name: string
    views: {
      list: {
        bank_id: string
        account_id: string
        view_id: string
      }[]
    } | null
    agreements: {
      type: string
      text: string
    }[]
    created_date: string
    updated_date: string
    email_validated: boolean
    recent_operation_ids: string[]
  }
  code: 'OBP-20001' | 'OBP-20006' | 'OBP-20057' | 'OBP-50000' | 'OBP-20023' | 'OBP-09016' | 'OBP-09017' | 'OBP-10018' | 'OBP-01000' | 'OBP-50019'
}

/** Get Entitlements and Permissions for a User `OBPv5.1.0-getEntitlementsAndPermissions` */
export interface GetEntitlementsAndPermissionsV510 {
  path: 'USER_ID'
  query: never
  body: never
  answer: {
    user_id: string
    email: string
    provider_id: string
    provider: string
    username: string
    entitlements: {
      list: {
        entitlement_id: string
        role_name: string
        bank_id: string
        expires?: string
      }[]
    }
    views: {
      list: {
        bank_id: string
        account_id: string
        view_id: string
      }[]
    }
  }
  code: 'OBP-20001' | 'OBP-20006' | 'OBP-20057' | 'OBP-50000' | 'OBP-20023' | 'OBP-09016' | 'OBP-09017' | 'OBP-10018' | 'OBP-01000' | 'OBP-50019'
}

/** Get Users by Email Address `OBPv4.0.0-getUsersByEmail` */
export interface GetUsersByEmailV400 {
  path: 'EMAIL'
  query: never
  body: never
  answer: {
    users: {
      user_id: string
      email: string
      provider_id: string
      provider: string
      username: string
      entitlements: {
        list: {
          entitlement_id: string
          role_name: string
          bank_id: string
          expires?: string
        }[]
      }
      is_deleted: boolean
      is_locked: boolean
    }[]
  }
  code: 'OBP-20001' | 'OBP-20006' | 'OBP-50000' | 'OBP-20023' | 'OBP-09016' | 'OBP-09017' | 'OBP-10018' | 'OBP-01000' | 'OBP-50019'
}

/** Get User by USERNAME `OBPv4.0.0-getUserByUsername` */
export interface GetUserByUsernameV400 {
  path: 'USERNAME'
  query: never
  body: never
  answer: {
    user_id: string
    email: string
    provider_id: string
    provider: string
    username: string
    entitlements: {
      list: {
        entitlement_id: string
        role_name: string
        bank_id: string
        expires?: string
      }[]
    }
    is_deleted: boolean
    is_locked: boolean
  }
  code: 'OBP-20001' | 'OBP-20006' | 'OBP-20027' | 'OBP-50000' | 'OBP-20023' | 'OBP-09016' | 'OBP-09017' | 'OBP-10018' | 'OBP-01000' | 'OBP-50019'
}

/** Get User by Provider and USERNAME `OBPv5.1.0-getUserByProviderAndUsername` */
export interface GetUserByProviderAndUsernameV510 {
  path: 'PROVIDER' | 'USERNAME'
  query: never
  body: never
  answer: {
    user_id: string
    email: string
    provider_id: string
    provider: string
    username: string
    entitlements: {
      list: {
        entitlement_id: string
        role_name: string
        bank_id: string
        expires?: string
      }[]
    }
    is_deleted: boolean
    is_locked: boolean
  }
  code: 'OBP-20001' | 'OBP-20006' | 'OBP-20027' | 'OBP-50000' | 'OBP-20023' | 'OBP-09016' | 'OBP-09017' | 'OBP-10018' | 'OBP-01000' | 'OBP-50019'
}

/** Delete a User `OBPv4.0.0-deleteUser` */
export interface DeleteUserV400 {
  path: 'USER_ID'
  query: never
  body: never
  answer: boolean
  code: 'OBP-20001' | 'OBP-20006' | 'OBP-20057' | 'OBP-50000' | 'OBP-20050' | 'OBP-20023' | 'OBP-10404' | 'OBP-10001' | 'OBP-09016' | 'OBP-09017' | 'OBP-10018' | 'OBP-01000' | 'OBP-50019'
}

/** Validate a User `OBPv5.1.0-validateUserByUserId` */
export interface ValidateUserByUserIdV510 {
  path: 'USER_ID'
  query: never
  body: never
  answer: {
    is_validated: boolean
  }
  code: 'OBP-20001' | 'OBP-20006' | 'OBP-20057' | 'OBP-50000' | 'OBP-20023' | 'OBP-09014' | 'OBP-10404' | 'OBP-10001' | 'OBP-09016' | 'OBP-09017' | 'OBP-10018' | 'OBP-01000' | 'OBP-50019'
}

/** Refresh User `OBPv3.1.0-refreshUser` */
export interface RefreshUserV310 {
  path: 'USER_ID'
  query: never
  body: never
  answer: {
    duration_time: string
  }
  code: 'OBP-20001' | 'OBP-20006' | 'OBP-20057' | 'OBP-50000' | 'OBP-20023' | 'OBP-09014' | 'OBP-10404' | 'OBP-10001' | 'OBP-09016' | 'OBP-09017' | 'OBP-10018' | 'OBP-01000' | 'OBP-50019'
}

/** Get User Lock Status `OBPv3.1.0-getBadLoginStatus` */
export interface GetBadLoginStatusV310 {
  path: 'USERNAME'
  query: never
  body: never
  answer: {
    username: string
    bad_attempts_since_last_success_or_reset: number
    last_failure_date: string | null
  }
  code: 'OBP-20001' | 'OBP-20006' | 'OBP-20027' | 'OBP-50000' | 'OBP-20023' | 'OBP-09016' | 'OBP-09017' | 'OBP-10018' | 'OBP-01000' | 'OBP-50019'
}

/** Unlock the User `OBPv3.1.0-unlockUser` */
export interface UnlockUserV310 {
  path: 'USERNAME'
  query: never
  body: never
  answer: {
    username: string
    bad_attempts_since_last_success_or_reset: number
    last_failure_date: string | null
  }
  code: 'OBP-20001' | 'OBP-20006' | 'OBP-20027' | 'OBP-50000' | 'OBP-20023' | 'OBP-09014' | 'OBP-10404' | 'OBP-10001' | 'OBP-09016' | 'OBP-09017' | 'OBP-10018' | 'OBP-01000' | 'OBP-50019'
}

/** Lock the User `OBPv4.0.0-lockUser` */
export interface LockUserV400 {
  path: 'USERNAME'
  query: never
  body: never
  answer: {
    user_id: string
    type_of_lock: string
    last_lock_date: string | null
  }
  code: 'OBP-20001' | 'OBP-20006' | 'OBP-20027' | 'OBP-50000' | 'OBP-20050' | 'OBP-20023' | 'OBP-09014' | 'OBP-10404' | 'OBP-10001' | 'OBP-09016' | 'OBP-09017' | 'OBP-10018' | 'OBP-01000' | 'OBP-50019'
}

/** Get User Lock Status `OBPv5.1.0-getUserLockStatus` */
export interface GetUserLockStatusV510 {
  path: 'PROVIDER' | 'USERNAME'
  query: never
  body: never
  answer: {
    username: string
    bad_attempts_since_last_success_or_reset: number
    last_failure_date: string | null
  }
  code: 'OBP-20001' | 'OBP-20006' | 'OBP-20027' | 'OBP-50000' | 'OBP-20023' | 'OBP-09016' | 'OBP-09017' | 'OBP-10018' | 'OBP-01000' | 'OBP-50019'
}

/** Unlock the User `OBPv5.1.0-unlockUserByProviderAndUsername` */
export interface UnlockUserByProviderAndUsernameV510 {
  path: 'PROVIDER' | 'USERNAME'
  query: never
  body: never
  answer: {
    username: string
    bad_attempts_since_last_success_or_reset: number
    last_failure_date: string | null
  }
  code: 'OBP-20001' | 'OBP-20006' | 'OBP-20027' | 'OBP-50000' | 'OBP-20023' | 'OBP-09014' | 'OBP-10404' | 'OBP-10001' | 'OBP-09016' | 'OBP-09017' | 'OBP-10018' | 'OBP-01000' | 'OBP-50019'
}

/** Lock the User `OBPv5.1.0-lockUserByProviderAndUsername` */
export interface LockUserByProviderAndUsernameV510 {
  path: 'PROVIDER' | 'USERNAME'
  query: never
  body: never
  answer: {
    user_id: string
    type_of_lock: string
    last_lock_date: string | null
  }
  code: 'OBP-20001' | 'OBP-20006' | 'OBP-20027' | 'OBP-50000' | 'OBP-20050' | 'OBP-20023' | 'OBP-09014' | 'OBP-10404' | 'OBP-10001' | 'OBP-09016' | 'OBP-09017' | 'OBP-10018' | 'OBP-01000' | 'OBP-50019'
}

/** Get Logout Link `OBPv4.0.0-getLogoutLink` */
export interface GetLogoutLinkV400 {
  path: never
  query: never
  body: never
  answer: {
    link: string
  }
  code: 'OBP-20001' | 'OBP-50000' | 'OBP-09016' | 'OBP-09017' | 'OBP-10018' | 'OBP-01000' | 'OBP-50019'
}

/** Create Password Reset Url `OBPv4.0.0-resetPasswordUrl` */
export interface ResetPasswordUrlV400 {
  path: never
  query: never
  body: {
    username: string
    email: string
    user_id: string
  }
  answer: {
    reset_password_url: string
  }
  code: 'OBP-20001' | 'OBP-20006' | 'OBP-10001' | 'OBP-20057' | 'OBP-20050' | 'OBP-50000' | 'OBP-20023' | 'OBP-09014' | 'OBP-10404' | 'OBP-09016' | 'OBP-09017' | 'OBP-10018' | 'OBP-01000' | 'OBP-50019'
}

/** Complete Password Reset `OBPv6.0.0-resetPasswordComplete` */
export interface ResetPasswordCompleteV600 {
  path: never
  query: never
  body: {
    token: string
    new_password: string
    second_factor_code?: string | undefined
  }
  answer: {
    message: string
  }
  code: 'OBP-10001' | 'OBP-30207' | 'OBP-10018' | 'OBP-10040' | 'OBP-50000' | 'OBP-09014' | 'OBP-10404' | 'OBP-09016' | 'OBP-09017' | 'OBP-01000' | 'OBP-50019'
}

/** Delete Second Factor `OBPv6.0.0-deleteSecondFactor` */
export interface DeleteSecondFactorV600 {
  path: 'USER_ID'
  query: never
  body: never
  answer: undefined
  code: 'OBP-20001' | 'OBP-20006' | 'OBP-20005' | 'OBP-20050' | 'OBP-50000' | 'OBP-20023' | 'OBP-10404' | 'OBP-10001' | 'OBP-09016' | 'OBP-09017' | 'OBP-10018' | 'OBP-01000' | 'OBP-50019'
}

/** Get My Tokens `OBPv6.0.0-getMyTokens` */
export interface GetMyTokensV600 {
  path: never
  query: never
  body: never
  answer: {
    tokens: {
      token_id: string
      consumer_id: string
      app_name: string
      created: string
      expires: string
      is_current: boolean
    }[]
  }
  code: 'OBP-20001' | 'OBP-50000' | 'OBP-09016' | 'OBP-09017' | 'OBP-10018' | 'OBP-01000' | 'OBP-50019'
}

/** Delete My Token `OBPv6.0.0-deleteMyToken` */
export interface DeleteMyTokenV600 {
  path: 'TOKEN_ID'
  query: never
  body: never
  answer: undefined
  code: 'OBP-20001' | 'OBP-50000' | 'OBP-10404' | 'OBP-10001' | 'OBP-09016' | 'OBP-09017' | 'OBP-10018' | 'OBP-01000' | 'OBP-50019'
}

/** Delete Current Token `OBPv6.0.0-deleteCurrentToken` */
export interface DeleteCurrentTokenV600 {
  path: never
  query: never
  body: never
  answer: undefined
  code: 'OBP-20001' | 'OBP-20012' | 'OBP-50000' | 'OBP-10404' | 'OBP-10001' | 'OBP-09016' | 'OBP-09017' | 'OBP-10018' | 'OBP-01000' | 'OBP-50019'
}

/** Delete My Tokens `OBPv6.0.0-deleteMyTokens` */
export interface DeleteMyTokensV600 {
  path: never
  query: never
  body: never
  answer: undefined
  code: 'OBP-20001' | 'OBP-50000' | 'OBP-10404' | 'OBP-10001' | 'OBP-09016' | 'OBP-09017' | 'OBP-10018' | 'OBP-01000' | 'OBP-50019'
}

/** Delete User Tokens `OBPv6.0.0-deleteUserTokens` */
export interface DeleteUserTokensV600 {
  path: 'USER_ID'
  query: never
  body: never
  answer: undefined
  code: 'OBP-20001' | 'OBP-20006' | 'OBP-20057' | 'OBP-50000' | 'OBP-20023' | 'OBP-10404' | 'OBP-10001' | 'OBP-09016' | 'OBP-09017' | 'OBP-10018' | 'OBP-01000' | 'OBP-50019'
}

/** Delete Consumer Tokens `OBPv6.0.0-deleteConsumerTokens` */
export interface DeleteConsumerTokensV600 {
  path: 'CONSUMER_ID'
  query: never
  body: never
  answer: undefined
  code: 'OBP-20001' | 'OBP-20006' | 'OBP-30019' | 'OBP-50000' | 'OBP-20023' | 'OBP-10404' | 'OBP-10001' | 'OBP-09016' | 'OBP-09017' | 'OBP-10018' | 'OBP-01000' | 'OBP-50019'
}

/** Get My Authorized Applications `OBPv6.0.0-getMyAuthorizedApplications` */
export interface GetMyAuthorizedApplicationsV600 {
  path: never
  query: never
  body: never
  answer: {
    authorized_applications: {
      consumer_id: string
      app_name: string
      redirect_url: string
      scopes: string[]
      authorized: string
    }[]
  }
  code: 'OBP-20001' | 'OBP-50000' | 'OBP-09016' | 'OBP-09017' | 'OBP-10018' | 'OBP-01000' | 'OBP-50019'
}

/** Delete My Authorized Application `OBPv6.0.0-deleteMyAuthorizedApplication` */
export interface DeleteMyAuthorizedApplicationV600 {
  path: 'CONSUMER_ID'
  query: never
  body: never
  answer: undefined
  code: 'OBP-20001' | 'OBP-50000' | 'OBP-10404' | 'OBP-10001' | 'OBP-09016' | 'OBP-09017' | 'OBP-10018' | 'OBP-01000' | 'OBP-50019'
}

/** Get Roles `OBPv2.1.0-getRoles` */
export interface GetRolesV210 {
  path: never
  query: never
  body: never
  answer: {
    roles: {
      role: string
      requires_bank_id: boolean
    }[]
  }
  code: 'OBP-20001' | 'OBP-50000' | 'OBP-09016' | 'OBP-09017' | 'OBP-10018' | 'OBP-01000' | 'OBP-50019'
}

/** Add Entitlement for a User `OBPv2.0.0-addEntitlement` */
export interface AddEntitlementV200 {
  path: 'USER_ID'
  query: never
  body: {
    bank_id: string
    role_name: string
    expires?: string | null | undefined
  }
  answer: {
    entitlement_id: string
    role_name: string
    bank_id: string
    expires?: string
  }
  code: 'OBP-20001' | 'OBP-10001' | 'OBP-20050' | 'OBP-20005' | 'OBP-10007' | 'OBP-30205' | 'OBP-30206' | 'OBP-30001' | 'OBP-30216' | 'OBP-50000' | 'OBP-20006' | 'OBP-20023' | 'OBP-09014' | 'OBP-10404' | 'OBP-50200' | 'OBP-09016' | 'OBP-09017' | 'OBP-10018' | 'OBP-01000' | 'OBP-50019'
}

/** Get Entitlements for User `OBPv2.0.0-getEntitlements` */
export interface GetEntitlementsV200 {
  path: 'USER_ID'
  query: never
  body: never
  answer: {
    list: {
      entitlement_id: string
      role_name: string
      bank_id: string
      expires?: string
    }[]
  }
  code: 'OBP-20001' | 'OBP-20006' | 'OBP-20005' | 'OBP-50000' | 'OBP-20023' | 'OBP-09016' | 'OBP-09017' | 'OBP-10018' | 'OBP-01000' | 'OBP-50019'
}

/** Get Entitlements for User `OBPv4.0.0-getEntitlements` */
export interface GetEntitlementsV400 {
  path: 'USER_ID'
  query: never
  body: never
  answer: {
    list: {
      entitlement_id: string
      role_name: string
      bank_id: string
      expires?: string
    }[]
  }
  code: 'OBP-20001' | 'OBP-20006' | 'OBP-20005' | 'OBP-50000' | 'OBP-20023' | 'OBP-09016' | 'OBP-09017' | 'OBP-10018' | 'OBP-01000' | 'OBP-50019'
}

/** Delete Entitlement `OBPv2.0.0-deleteEntitlement` */
export interface DeleteEntitlementV200 {
  path: 'USER_ID' | 'ENTITLEMENT_ID'
  query: never
  body: never
  answer: undefined
  code: 'OBP-20001' | 'OBP-20006' | 'OBP-30212' | 'OBP-30213' | 'OBP-50000' | 'OBP-20023' | 'OBP-10404' | 'OBP-10001' | 'OBP-09016' | 'OBP-09017' | 'OBP-10018' | 'OBP-01000' | 'OBP-50019'
}

/** Get all Entitlements `OBPv2.0.0-getAllEntitlements` */
export interface GetAllEntitlementsV200 {
  path: never
  query: never
  body: never
  answer: {
    list: {
      entitlement_id: string
      role_name: string
      bank_id: string
      expires?: string
    }[]
  }
  code: 'OBP-20001' | 'OBP-20006' | 'OBP-50000' | 'OBP-20023' | 'OBP-09016' | 'OBP-09017' | 'OBP-10018' | 'OBP-01000' | 'OBP-50019'
}

/** Get all Entitlements `OBPv3.1.0-getAllEntitlements` */
export interface GetAllEntitlementsV310 {
  path: never
  query: {
    role?: string | undefined
  }
  body: never
  answer: {
    list: {
      entitlement_id: string
      role_name: string
      bank_id: string
      expires?: string
      user_id: string
      username: string
    }[]
  }
  code: 'OBP-20001' | 'OBP-20006' | 'OBP-50000' | 'OBP-20023' | 'OBP-09016' | 'OBP-09017' | 'OBP-10018' | 'OBP-01000' | 'OBP-50019'
}

/** Get Entitlements for User at Bank `OBPv2.1.0-getEntitlementsByBankAndUser` */
export interface GetEntitlementsByBankAndUserV210 {
  path: 'BANK_ID' | 'USER_ID'
  query: never
  body: never
  answer: {
    list: {
      entitlement_id: string
      role_name: string
      bank_id: string
      expires?: string
    }[]
  }
  code: 'OBP-20001' | 'OBP-30001' | 'OBP-20006' | 'OBP-20005' | 'OBP-50000' | 'OBP-20023' | 'OBP-50200' | 'OBP-09016' | 'OBP-09017' | 'OBP-10018' | 'OBP-01000' | 'OBP-50019'
}

/** Get Entitlements for One Bank `OBPv4.0.0-getEntitlementsForBank` */
export interface GetEntitlementsForBankV400 {
  path: 'BANK_ID'
  query: never
  body: never
  answer: {
    list: {
      entitlement_id: string
      role_name: string
      bank_id: string
      expires?: string
      user_id: string
    }[]
  }
  code: 'OBP-20001' | 'OBP-30001' | 'OBP-20006' | 'OBP-50000' | 'OBP-20023' | 'OBP-50200' | 'OBP-09016' | 'OBP-09017' | 'OBP-10018' | 'OBP-01000' | 'OBP-50019'
}

/** Get Entitlements for the current User `OBPv3.0.0-getEntitlementsForCurrentUser` */
export interface GetEntitlementsForCurrentUserV300 {
  path: never
  query: {
    status?: 'held' | 'expired' | undefined
  }
  body: never
  answer: {
    list: {
      entitlement_id: string
      role_name: string
      bank_id: string
      expires?: string
    }[]
  }
  code: 'OBP-20001' | 'OBP-50000' | 'OBP-10016' | 'OBP-09016' | 'OBP-09017' | 'OBP-10018' | 'OBP-01000' | 'OBP-50019'
}

/** Create (DAuth) User with Roles `OBPv4.0.0-createUserWithRoles` */
export interface CreateUserWithRolesV400 {
  path: never
  query: never
  body: {
    username: string
    provider: string
    roles: {
      bank_id: string
      role_name: string
      expires?: string | null | undefined
    }[]
  }
  answer: {
    list: {
      entitlement_id: string
      role_name: string
      bank_id: string
      expires?: string
    }[]
  }
  code: 'OBP-20001' | 'OBP-10001' | 'OBP-20103' | 'OBP-10007' | 'OBP-30205' | 'OBP-30206' | 'OBP-30001' | 'OBP-30220' | 'OBP-20027' | 'OBP-30216' | 'OBP-50000' | 'OBP-20006' | 'OBP-20023' | 'OBP-09014' | 'OBP-10404' | 'OBP-50200' | 'OBP-09016' | 'OBP-09017' | 'OBP-10018' | 'OBP-01000' | 'OBP-50019'
}

/** Create Entitlement Request for current User `OBPv3.0.0-addEntitlementRequest` */
export interface AddEntitlementRequestV300 {
  path: never
  query: never
  body: {
    bank_id: string
    role_name: string
  }
  answer: {
    entitlement_request_id: string
    user: {
      user_id: string
      email: string
      provider_id: string
      provider: string
      username: string
      entitlements: {
        list: {
          entitlement_id: string
          role_name: string
          bank_id: string
          expires?: string
        }[]
      }
    }
    role_name: string
    bank_id: string
    created: string
    status: string
    reason: string
  }
  code: 'OBP-20001' | 'OBP-10001' | 'OBP-30001' | 'OBP-10007' | 'OBP-30205' | 'OBP-30206' | 'OBP-30214' | 'OBP-30216' | 'OBP-50000' | 'OBP-09014' | 'OBP-10404' | 'OBP-50200' | 'OBP-09016' | 'OBP-09017' | 'OBP-10018' | 'OBP-01000' | 'OBP-50019'
}

/** Get all Entitlement Requests `OBPv3.0.0-getAllEntitlementRequests` */
export interface GetAllEntitlementRequestsV300 {
  path: never
  query: {
    status?: 'open' | 'granted' | 'refused' | 'all' | undefined
  }
  body: never
  answer: {
    entitlement_requests: {
      entitlement_request_id: string
      user: {
        user_id: string
        email: string
        provider_id: string
        provider: string
        username: string
        entitlements: {
          list: {
            entitlement_id: string
            role_name: string
            bank_id: string
            expires?: string
          }[]
        }
      }
      role_name: string
      bank_id: string
      created: string
      status: string
      reason: string
    }[]
  }
  code: 'OBP-20001' | 'OBP-20006' | 'OBP-10016' | 'OBP-50000' | 'OBP-20023' | 'OBP-09016' | 'OBP-09017' | 'OBP-10018' | 'OBP-01000' | 'OBP-50019'
}

/** Get Entitlement Requests for a User `OBPv3.0.0-getEntitlementRequests` */
export interface GetEntitlementRequestsV300 {
  path: 'USER_ID'
  query: {
    status?: 'open' | 'granted' | 'refused' | 'all' | undefined
  }
  body: never
  answer: {
    entitlement_requests: {
      entitlement_request_id: string
      user: {
        user_id: string
        email: string
        provider_id: string
        provider: string
        username: string
        entitlements: {
          list: {
            entitlement_id: string
            role_name: string
            bank_id: string
            expires?: string
          }[]
        }
      }
      role_name: string
      bank_id: string
      created: string
      status: string
      reason: string
    }[]
  }
  code: 'OBP-20001' | 'OBP-20006' | 'OBP-20005' | 'OBP-10016' | 'OBP-50000' | 'OBP-20023' | 'OBP-09016' | 'OBP-09017' | 'OBP-10018' | 'OBP-01000' | 'OBP-50019'
}

/** Get Entitlement Requests for the current User `OBPv3.0.0-getEntitlementRequestsForCurrentUser` */
export interface GetEntitlementRequestsForCurrentUserV300 {
  path: never
  query: {
    status?: 'open' | 'granted' | 'refused' | 'all' | undefined
  }
  body: never
  answer: {
    entitlement_requests: {
      entitlement_request_id: string
      user: {
        user_id: string
        email: string
        provider_id: string
        provider: string
        username: string
        entitlements: {
          list: {
            entitlement_id: string
            role_name: string
            bank_id: string
            expires?: string
          }[]
        }
      }
      role_name: string
      bank_id: string
      created: string
      status: string
      reason: string
    }[]
  }
  code: 'OBP-20001' | 'OBP-10016' | 'OBP-50000' | 'OBP-09016' | 'OBP-09017' | 'OBP-10018' | 'OBP-01000' | 'OBP-50019'
}

/** Delete Entitlement Request `OBPv3.0.0-deleteEntitlementRequest` */
export interface DeleteEntitlementRequestV300 {
  path: 'ENTITLEMENT_REQUEST_ID'
  query: never
  body: never
  answer: boolean
  code: 'OBP-20001' | 'OBP-20006' | 'OBP-30215' | 'OBP-50000' | 'OBP-20023' | 'OBP-10404' | 'OBP-10001' | 'OBP-09016' | 'OBP-09017' | 'OBP-10018' | 'OBP-01000' | 'OBP-50019'
}

/** Refuse Entitlement Request `OBPv6.0.0-refuseEntitlementRequest` */
export interface RefuseEntitlementRequestV600 {
  path: 'ENTITLEMENT_REQUEST_ID'
  query: never
  body: {
    reason: string
  }
  answer: {
    entitlement_request_id: string
    user: {
      user_id: string
      email: string
      provider_id: string
      provider: string
      username: string
      entitlements: {
        list: {
          entitlement_id: string
          role_name: string
          bank_id: string
          expires?: string
        }[]
      }
    }
    role_name: string
    bank_id: string
    created: string
    status: string
    reason: string
  }
  code: 'OBP-20001' | 'OBP-20006' | 'OBP-10001' | 'OBP-30215' | 'OBP-50000' | 'OBP-20023' | 'OBP-09014' | 'OBP-10404' | 'OBP-09016' | 'OBP-09017' | 'OBP-10018' | 'OBP-01000' | 'OBP-50019'
}

/** Delete Entitlement `OBPv6.0.0-deleteEntitlement` */
export interface DeleteEntitlementV600 {
  path: 'ENTITLEMENT_ID'
  query: never
  body: never
  answer: undefined
  code: 'OBP-20001' | 'OBP-20006' | 'OBP-50000' | 'OBP-20023' | 'OBP-10404' | 'OBP-10001' | 'OBP-09016' | 'OBP-09017' | 'OBP-10018' | 'OBP-01000' | 'OBP-50019'
}

/** Get Roles with Entitlement Counts `OBPv6.0.0-getRolesWithEntitlementCountsAtAllBanks` */
export interface GetRolesWithEntitlementCountsAtAllBanksV600 {
  path: never
  query: never
  body: never
  answer: {
    roles: {
      role: string
      requires_bank_id: boolean
      entitlement_count: number
    }[]
  }
  code: 'OBP-20001' | 'OBP-20006' | 'OBP-50000' | 'OBP-20023' | 'OBP-09016' | 'OBP-09017' | 'OBP-10018' | 'OBP-01000' | 'OBP-50019'
}

/** Create Scope for a Consumer `OBPv3.0.0-addScope` */
export interface AddScopeV300 {
  path: 'CONSUMER_ID'
  query: never
  body: {
    bank_id: string
    role_name: string
  }
  answer: {
    scope_id: string
    role_name: string
    bank_id: string
  }
  code: 'OBP-20001' | 'OBP-10001' | 'OBP-20006' | 'OBP-30019' | 'OBP-10007' | 'OBP-30205' | 'OBP-30206' | 'OBP-30001' | 'OBP-30216' | 'OBP-50000' | 'OBP-30220' | 'OBP-20023' | 'OBP-09014' | 'OBP-10404' | 'OBP-50200' | 'OBP-09016' | 'OBP-09017' | 'OBP-10018' | 'OBP-01000' | 'OBP-50019'
}

/** Create Scope for a Consumer `OBPv4.0.0-addScope` */
export interface AddScopeV400 {
  path: 'CONSUMER_ID'
  query: never
  body: {
    bank_id: string
    role_name: string
  }
  answer: {
    scope_id: string
    role_name: string
    bank_id: string
  }
  code: 'OBP-20001' | 'OBP-10001' | 'OBP-20006' | 'OBP-30019' | 'OBP-10007' | 'OBP-30205' | 'OBP-30206' | 'OBP-30001' | 'OBP-30216' | 'OBP-50000' | 'OBP-30220' | 'OBP-20023' | 'OBP-09014' | 'OBP-10404' | 'OBP-50200' | 'OBP-09016' | 'OBP-09017' | 'OBP-10018' | 'OBP-01000' | 'OBP-50019'
}

/** Get Scopes for Consumer `OBPv3.0.0-getScopes` */
export interface GetScopesV300 {
  path: 'CONSUMER_ID'
  query: never
  body: never
  answer: {
    list: {
      scope_id: string
      role_name: string
      bank_id: string
    }[]
  }
  code: 'OBP-20001' | 'OBP-20006' | 'OBP-30019' | 'OBP-50000' | 'OBP-20023' | 'OBP-09016' | 'OBP-09017' | 'OBP-10018' | 'OBP-01000' | 'OBP-50019'
}

/** Get Scopes for Consumer `OBPv4.0.0-getScopes` */
export interface GetScopesV400 {
  path: 'CONSUMER_ID'
  query: never
  body: never
  answer: {
    list: {
      scope_id: string
      role_name: string
      bank_id: string
    }[]
  }
  code: 'OBP-20001' | 'OBP-20006' | 'OBP-30019' | 'OBP-50000' | 'OBP-20023' | 'OBP-09016' | 'OBP-09017' | 'OBP-10018' | 'OBP-01000' | 'OBP-50019'
}

/** Delete Consumer Scope `OBPv3.0.0-deleteScope` */
export interface DeleteScopeV300 {
  path: 'CONSUMER_ID' | 'SCOPE_ID'
  query: never
  body: never
  answer: {
  }
  code: 'OBP-20001' | 'OBP-20006' | 'OBP-30019' | 'OBP-20025' | 'OBP-50000' | 'OBP-20023' | 'OBP-10404' | 'OBP-10001' | 'OBP-09016' | 'OBP-09017' | 'OBP-10018' | 'OBP-01000' | 'OBP-50019'
}

/** Import sandbox data `OBPv2.1.0-sandboxDataImport` */
export interface SandboxDataImportV210 {
  path: never
  query: never
  body: {
    banks?: {
      id: string
      short_name: string
      full_name: string
      logo: string
      website: string
      swift_bic?: string | null | undefined
      national_identifier?: string | null | undefined
    }[] | null | undefined
    users?: {
      email: string
      user_name: string
      password: string
      display_name?: string | null | undefined
    }[] | null | undefined
    accounts?: {
      id: string
      bank: string
      label: string
      number: string
      type: string
      balance: {
        currency: string
        amount: string
      }
      IBAN?: string | null | undefined
      owners: string[] | null
      generate_public_view?: boolean | null | undefined
      generate_accountants_view?: boolean | null | undefined
      generate_auditors_view?: boolean | null | undefined
    }[] | null | undefined
    transactions?: {
      id: string
      this_account: {
        id: string
        bank: string
      }
      counterparty?: {
        name?: string | null | undefined
        account_number?: string | null | undefined
      } | null | undefined
      details: {
        type: string
        description: string
        posted: string
        completed: string
        new_balance: string
        value: string
      }
    }[] | null | undefined
    branches?: {
      id: string
      bank_id: string
      name: string
      address: {
        line_1: string
        line_2: string
        line_3: string
        city: string
        county: string
        state: string
        post_code: string
        country_code: string
      }
      location: {
        latitude: number
        longitude: number
      }
      meta: {
        license: {
          id: string
          name: string
        }
      }
      lobby?: {
        hours: string
      } | null | undefined
      drive_up?: {
        hours: string
      } | null | undefined
    }[] | null | undefined
    atms?: {
      id: string
      bank_id: string
      name: string
      address: {
        line_1: string
        line_2: string
        line_3: string
        city: string
        county: string
        state: string
        post_code: string
        country_code: string
      }
      location: {
        latitude: number
        longitude: number
      }
      meta: {
        license: {
          id: string
          name: string
        }
      }
    }[] | null | undefined
    products?: {
      bank_id: string
      code: string
      name: string
      category: string
      family: string
      super_family: string
      more_info_url: string
      meta: {
        license: {
          id: string
          name: string
        }
      }
    }[] | null | undefined
    crm_events?: {
      id: string
      bank_id: string
      customer: {
        name: string
        number: string
      }
      category: string
      detail: string
      channel: string
      actual_date: string
      scheduled_date?: string | null | undefined
      result?: string | null | undefined
    }[] | null | undefined
  }
  answer: {
    success: string
  }
  code: 'OBP-20001' | 'OBP-20006' | 'OBP-10001' | 'OBP-00002' | 'OBP-50000' | 'OBP-20023' | 'OBP-09014' | 'OBP-10404' | 'OBP-09016' | 'OBP-09017' | 'OBP-10018' | 'OBP-01000' | 'OBP-50019'
}

/** Get Banks `OBPv1.2.1-getBanks` */
export interface GetBanksV121 {
  path: never
  query: never
  body: never
  answer: {
    banks: {
      id: string
      short_name: string
      full_name: string
      logo: string
      website: string
      bank_routing: {
        scheme: string
        address: string
      }
    }[]
  }
  code: 'OBP-50000' | 'OBP-50200' | 'OBP-09016' | 'OBP-09017' | 'OBP-10018' | 'OBP-01000' | 'OBP-50019'
}

/** Get Banks `OBPv4.0.0-getBanks` */
export interface GetBanksV400 {
  path: never
  query: never
  body: never
  answer: {
    banks: {
      id: string
      short_name: string
      full_name: string
      logo: string
      website: string
      bank_routings: {
        scheme: string
        address: string
      }[]
      attributes: {
        name: string
        value: string
      }[]
    }[]
  }
  code: 'OBP-50000' | 'OBP-50200' | 'OBP-09016' | 'OBP-09017' | 'OBP-10018' | 'OBP-01000' | 'OBP-50019'
}

/** Get Bank `OBPv1.2.1-bankById` */
export interface BankByIdV121 {
  path: 'BANK_ID'
  query: never
  body: never
  answer: {
    id: string
    short_name: string
    full_name: string
    logo: string
    website: string
    bank_routing: {
      scheme: string
      address: string
    }
  }
  code: 'OBP-30001' | 'OBP-50000' | 'OBP-50200' | 'OBP-09016' | 'OBP-09017' | 'OBP-10018' | 'OBP-01000' | 'OBP-50019'
}

/** Get Bank `OBPv3.0.0-getBank` */
export interface GetBankV300 {
  path: 'BANK_ID'
  query: never
  body: never
  answer: {
    id: string
    short_name: string
    full_name: string
    logo: string
    website: string
    bank_routings: {
      scheme: string
      address: string
    }[]
    attributes: {
      name: string
      value: string
    }[]
  }
  code: 'OBP-30001' | 'OBP-50000' | 'OBP-50200' | 'OBP-09016' | 'OBP-09017' | 'OBP-10018' | 'OBP-01000' | 'OBP-50019'
}

/** Get Bank `OBPv4.0.0-getBank` */
export interface GetBankV400 {
  path: 'BANK_ID'
  query: never
  body: never
  answer: {
    id: string
    short_name: string
    full_name: string
    logo: string
    website: string
    bank_routings: {
      scheme: string
      address: string
    }[]
    attributes: {
      name: string
      value: string
    }[]
  }
  code: 'OBP-30001' | 'OBP-50000' | 'OBP-50200' | 'OBP-09016' | 'OBP-09017' | 'OBP-10018' | 'OBP-01000' | 'OBP-50019'
}

/** Get Bank `OBPv5.0.0-getBank` */
export interface GetBankV500 {
  path: 'BANK_ID'
  query: never
  body: never
  answer: {
    id: string
    bank_code: string
    full_name: string
    logo: string
    website: string
    bank_routings: {
      scheme: string
      address: string
    }[]
    attributes: {
      name: string
      value: string
    }[]
  }
  code: 'OBP-30001' | 'OBP-50000' | 'OBP-50200' | 'OBP-09016' | 'OBP-09017' | 'OBP-10018' | 'OBP-01000' | 'OBP-50019'
}

/** Create Bank `OBPv2.2.0-createBank` */
export interface CreateBankV220 {
  path: never
  query: never
  body: {
    id: string
    full_name: string
    short_name: string
    logo_url: string
    website_url: string
    swift_bic: string
    national_identifier: string
    bank_routing: {
      scheme: string
      address: string
    }
  }
  answer: {
    id: string
    full_name: string
    short_name: string
    logo_url: string
    website_url: string
    swift_bic: string
    national_identifier: string
    bank_routing: {
      scheme: string
      address: string
    }
  }
  code: 'OBP-20001' | 'OBP-20006' | 'OBP-10001' | 'OBP-20011' | 'OBP-20010' | 'OBP-34000' | 'OBP-50000' | 'OBP-20023' | 'OBP-09014' | 'OBP-10404' | 'OBP-50200' | 'OBP-09016' | 'OBP-09017' | 'OBP-10018' | 'OBP-01000' | 'OBP-50019'
}

/** Create Bank `OBPv4.0.0-createBank` */
export interface CreateBankV400 {
  path: never
  query: never
  body: {
    id: string
    short_name: string
    full_name: string
    logo: string
    website: string
    bank_routings?: {
      scheme: string
      address: string
    }[] | null | undefined
  }
  answer: {
    id: string
    short_name: string
    full_name: string
    logo: string
    website: string
    bank_routings: {
      scheme: string
      address: string
    }[]
    attributes: {
      name: string
      value: string
    }[]
  }
  code: 'OBP-20001' | 'OBP-20006' | 'OBP-10001' | 'OBP-20011' | 'OBP-20010' | 'OBP-34000' | 'OBP-50000' | 'OBP-20023' | 'OBP-09014' | 'OBP-10404' | 'OBP-50200' | 'OBP-09016' | 'OBP-09017' | 'OBP-10018' | 'OBP-01000' | 'OBP-50019'
}

/** Create Bank `OBPv5.0.0-createBank` */
export interface CreateBankV500 {
  path: never
  query: never
  body: {
    id?: string | null | undefined
    bank_code: string
    full_name?: string | null | undefined
    logo?: string | null | undefined
    website?: string | null | undefined
    bank_routings?: {
      scheme: string
      address: string
    }[] | null | undefined
  }
  answer: {
    id: string
    bank_code: string
    full_name: string
    logo: string
    website: string
    bank_routings: {
      scheme: string
      address: string
    }[]
    attributes: {
      name: string
      value: string
    }[]
  }
  code: 'OBP-20001' | 'OBP-20006' | 'OBP-10001' | 'OBP-20011' | 'OBP-20010' | 'OBP-34000' | 'OBP-50000' | 'OBP-20023' | 'OBP-09014' | 'OBP-10404' | 'OBP-50200' | 'OBP-09016' | 'OBP-09017' | 'OBP-10018' | 'OBP-01000' | 'OBP-50019'
}

/** Update Bank `OBPv5.0.0-updateBank` */
export interface UpdateBankV500 {
  path: never
  query: never
  body: {
    id?: string | null | undefined
    bank_code: string
    full_name?: string | null | undefined
    logo?: string | null | undefined
    website?: string | null | undefined
    bank_routings?: {
      scheme: string
      address: string
    }[] | null | undefined
  }
  answer: {
    id: string
    bank_code: string
    full_name: string
    logo: string
    website: string
    bank_routings: {
      scheme: string
      address: string
    }[]
    attributes: {
      name: string
      value: string
    }[]
  }
  code: 'OBP-20001' | 'OBP-20006' | 'OBP-10001' | 'OBP-34001' | 'OBP-30001' | 'OBP-50000' | 'OBP-20023' | 'OBP-09014' | 'OBP-10404' | 'OBP-50200' | 'OBP-09016' | 'OBP-09017' | 'OBP-10018' | 'OBP-01000' | 'OBP-50019'
}

/** Post a Consumer `OBPv2.2.0-createConsumer` */
export interface CreateConsumerV220 {
  path: never
  query: never
  body: {
    app_name: string
    app_type?: string | null | undefined
    description: string
    developer_email: string
    redirect_url?: string | null | undefined
    enabled: boolean
    clientCertificate?: string | null | undefined
  }
  answer: {
    consumer_id: string
    key: string
    secret: string
    app_name: string
    app_type: string
    description: string
    developer_email: string
    redirect_url: string
    created_by_user_id: string
    created_by_user: {
      user_id: string
      email: string
      provider_id: string
      provider: string
      username: string
    } | null
    enabled: boolean
    created: string
  }
  code: 'OBP-20001' | 'OBP-20006' | 'OBP-10001' | 'OBP-50000' | 'OBP-20023' | 'OBP-09014' | 'OBP-10404' | 'OBP-09016' | 'OBP-09017' | 'OBP-10018' | 'OBP-01000' | 'OBP-50019'
}

/** Post a Consumer `OBPv4.0.0-createConsumer` */
export interface CreateConsumerV400 {
  path: never
  query: never
  body: {
    app_name: string
    app_type?: string | null | undefined
    description: string
    developer_email: string
    redirect_url?: string | null | undefined
    enabled: boolean
    clientCertificate?: string | null | undefined
  }
  answer: {
    consumer_id: string
    key: string
    secret: string
    app_name: string
    app_type: string
    description: string
    developer_email: string
    redirect_url: string
    created_by_user_id: string
    created_by_user: {
      user_id: string
      email: string
      provider_id: string
      provider: string
      username: string
    } | null
    enabled: boolean
    created: string
    client_certificate: string
  }
  code: 'OBP-20001' | 'OBP-20006' | 'OBP-10001' | 'OBP-50000' | 'OBP-20023' | 'OBP-09014' | 'OBP-10404' | 'OBP-09016' | 'OBP-09017' | 'OBP-10018' | 'OBP-01000' | 'OBP-50019'
}

/** Create a Consumer `OBPv5.1.0-createConsumer` */
export interface CreateConsumerV510 {
  path: never
  query: never
  body: {
    app_name: string
    app_type?: string | null | undefined
    description: string
    developer_email: string
    company?: string | null | undefined
    redirect_url?: string | null | undefined
    enabled: boolean
    client_certificate?: string | null | undefined
    logo_url?: string | null | undefined
  }
  answer: {
    consumer_id: string
    app_name: string
    app_type: string
    description: string
    developer_email: string
    redirect_url: string
    created_by_user: {
      user_id: string
      email: string
      provider_id: string
      provider: string
      username: string
    } | null
    enabled: boolean
    created: string
    company: string
    certificate_pem: string
    certificate_info?: {
      subject_domain_name: string
      issuer_domain_name: string
      not_before: string
      not_after: string
    }
    logo_url: string
    consumer_key: string
    consumer_secret: string
  }
  code: 'OBP-20001' | 'OBP-20006' | 'OBP-10001' | 'OBP-50000' | 'OBP-20023' | 'OBP-09014' | 'OBP-10404' | 'OBP-09016' | 'OBP-09017' | 'OBP-10018' | 'OBP-01000' | 'OBP-50019'
}

/** Create a Consumer (logged in User) `OBPv5.1.0-createMyConsumer` */
export interface CreateMyConsumerV510 {
  path: never
  query: never
  body: {
    app_name: string
    app_type?: string | null | undefined
    description: string
    developer_email: string
    company?: string | null | undefined
    redirect_url?: string | null | undefined
    enabled: boolean
    client_certificate?: string | null | undefined
    logo_url?: string | null | undefined
  }
  answer: {
    consumer_id: string
    app_name: string
    app_type: string
    description: string
    developer_email: string
    redirect_url: string
    created_by_user: {
      user_id: string
      email: string
      provider_id: string
      provider: string
      username: string
    } | null
    enabled: boolean
    created: string
    company: string
    certificate_pem: string
    certificate_info?: {
      subject_domain_name: string
      issuer_domain_name: string
      not_before: string
      not_after: string
    }
    logo_url: string
    consumer_key: string
    consumer_secret: string
  }
  code: 'OBP-20001' | 'OBP-10001' | 'OBP-50000' | 'OBP-09014' | 'OBP-10404' | 'OBP-09016' | 'OBP-09017' | 'OBP-10018' | 'OBP-01000' | 'OBP-50019'
}

/** Get Consumers `OBPv2.1.0-getConsumers` */
export interface GetConsumersV210 {
  path: never
  query: {
    limit?: number | undefined
    offset?: number | undefined
    sort_direction?: 'asc' | 'desc' | undefined
    from_date?: string | undefined
    to_date?: string | undefined
  }
  body: never
  answer: {
    list: {
      consumer_id: string
      app_name: string
      app_type: string
      description: string
      developer_email: string
      redirect_url: string
      created_by_user: {
        user_id: string
        email: string
        provider_id: string
        provider: string
        username: string
      } | null
      enabled: boolean
      created: string
      created_by_user_id: string
    }[]
  }
  code: 'OBP-20001' | 'OBP-20006' | 'OBP-10016' | 'OBP-50000' | 'OBP-20023' | 'OBP-09016' | 'OBP-09017' | 'OBP-10018' | 'OBP-01000' | 'OBP-50019'
}

/** Get Consumer `OBPv2.1.0-getConsumer` */
export interface GetConsumerV210 {
  path: 'CONSUMER_ID'
  query: never
  body: never
  answer: {
    consumer_id: string
    app_name: string
    app_type: string
    description: string
    developer_email: string
    redirect_url: string
    created_by_user: {
      user_id: string
      email: string
      provider_id: string
      provider: string
      username: string
    } | null
    enabled: boolean
    created: string
    created_by_user_id: string
  }
  code: 'OBP-20001' | 'OBP-20006' | 'OBP-30019' | 'OBP-50000' | 'OBP-20023' | 'OBP-09016' | 'OBP-09017' | 'OBP-10018' | 'OBP-01000' | 'OBP-50019'
}

/** Get Consumers `OBPv3.1.0-getConsumers` */
export interface GetConsumersV310 {
  path: never
  query: {
    limit?: number | undefined
    offset?: number | undefined
    sort_direction?: 'asc' | 'desc' | undefined
    from_date?: string | undefined
    to_date?: string | undefined
  }
  body: never
  answer: {
    consumers: {
      consumer_id: string
      app_name: string
      app_type: string
      description: string
      developer_email: string
      redirect_url: string
      created_by_user: {
        user_id: string
        email: string
        provider_id: string
        provider: string
        username: string
      } | null
      enabled: boolean
      created: string
    }[]
  }
  code: 'OBP-20001' | 'OBP-20006' | 'OBP-10016' | 'OBP-50000' | 'OBP-20023' | 'OBP-09016' | 'OBP-09017' | 'OBP-10018' | 'OBP-01000' | 'OBP-50019'
}

/** Get Consumers (logged in User) `OBPv3.1.0-getConsumersForCurrentUser` */
export interface GetConsumersForCurrentUserV310 {
  path: never
  query: never
  body: never
  answer: {
    consumers: {
      consumer_id: string
      app_name: string
      app_type: string
      description: string
      developer_email: string
      redirect_url: string
      created_by_user: {
        user_id: string
        email: string
        provider_id: string
        provider: string
        username: string
      } | null
      enabled: boolean
      created: string
    }[]
  }
  code: 'OBP-20001' | 'OBP-50000' | 'OBP-09016' | 'OBP-09017' | 'OBP-10018' | 'OBP-01000' | 'OBP-50019'
}

/** Get Consumer `OBPv3.1.0-getConsumer` */
export interface GetConsumerV310 {
  path: 'CONSUMER_ID'
  query: never
  body: never
  answer: {
    consumer_id: string
    app_name: string
    app_type: string
    description: string
    developer_email: string
    redirect_url: string
    created_by_user: {
      user_id: string
      email: string
      provider_id: string
      provider: string
      username: string
    } | null
    enabled: boolean
    created: string
  }
  code: 'OBP-20001' | 'OBP-20006' | 'OBP-30019' | 'OBP-50000' | 'OBP-20023' | 'OBP-09016' | 'OBP-09017' | 'OBP-10018' | 'OBP-01000' | 'OBP-50019'
}

/** Get Consumers `OBPv5.1.0-getConsumers` */
export interface GetConsumersV510 {
  path: never
  query: {
    limit?: number | undefined
    offset?: number | undefined
    sort_direction?: 'asc' | 'desc' | undefined
    from_date?: string | undefined
    to_date?: string | undefined
  }
  body: never
  answer: {
    consumers: {
      consumer_id: string
      app_name: string
      app_type: string
      description: string
      developer_email: string
      redirect_url: string
      created_by_user: {
        user_id: string
        email: string
        provider_id: string
        provider: string
        username: string
      } | null
      enabled: boolean
      created: string
      company: string
      certificate_pem: string
      certificate_info?: {
        subject_domain_name: string
        issuer_domain_name: string
        not_before: string
        not_after: string
      }
      logo_url: string
    }[]
  }
  code: 'OBP-20001' | 'OBP-20006' | 'OBP-10016' | 'OBP-50000' | 'OBP-20023' | 'OBP-09016' | 'OBP-09017' | 'OBP-10018' | 'OBP-01000' | 'OBP-50019'
}

/** Get Consumer `OBPv5.1.0-getConsumer` */
export interface GetConsumerV510 {
  path: 'CONSUMER_ID'
  query: never
  body: never
  answer: {
    consumer_id: string
    app_name: string
    app_type: string
    description: string
    developer_email: string
    redirect_url: string
    created_by_user: {
      user_id: string
      email: string
      provider_id: string
      provider: string
      username: string
    } | null
    enabled: boolean
    created: string
    company: string
    certificate_pem: string
    certificate_info?: {
      subject_domain_name: string
      issuer_domain_name: string
      not_before: string
      not_after: string
    }
    logo_url: string
  }
  code: 'OBP-20001' | 'OBP-20006' | 'OBP-30019' | 'OBP-50000' | 'OBP-20023' | 'OBP-09016' | 'OBP-09017' | 'OBP-10018' | 'OBP-01000' | 'OBP-50019'
}

/** Update Consumer RedirectUrl `OBPv2.1.0-updateConsumerRedirectUrl` */
export interface UpdateConsumerRedirectUrlV210 {
  path: 'CONSUMER_ID'
  query: never
  body: {
    redirect_url: string
  }
  answer: {
    consumer_id: string
    app_name: string
    app_type: string
    description: string
    developer_email: string
    redirect_url: string
    created_by_user: {
      user_id: string
      email: string
      provider_id: string
      provider: string
      username: string
    } | null
    enabled: boolean
    created: string
    created_by_user_id: string
  }
  code: 'OBP-20001' | 'OBP-20006' | 'OBP-10001' | 'OBP-30019' | 'OBP-20015' | 'OBP-50000' | 'OBP-20023' | 'OBP-09014' | 'OBP-10404' | 'OBP-09016' | 'OBP-09017' | 'OBP-10018' | 'OBP-01000' | 'OBP-50019'
}

/** Update Consumer RedirectURL `OBPv5.1.0-updateConsumerRedirectURL` */
export interface UpdateConsumerRedirectURLV510 {
  path: 'CONSUMER_ID'
  query: never
  body: {
    redirect_url: string
  }
  answer: {
    consumer_id: string
    app_name: string
    app_type: string
    description: string
    developer_email: string
    redirect_url: string
    created_by_user: {
      user_id: string
      email: string
      provider_id: string
      provider: string
      username: string
    } | null
    enabled: boolean
    created: string
    company: string
    certificate_pem: string
    certificate_info?: {
      subject_domain_name: string
      issuer_domain_name: string
      not_before: string
      not_after: string
    }
    logo_url: string
  }
  code: 'OBP-20001' | 'OBP-20006' | 'OBP-10001' | 'OBP-30019' | 'OBP-20015' | 'OBP-50000' | 'OBP-20023' | 'OBP-09014' | 'OBP-10404' | 'OBP-09016' | 'OBP-09017' | 'OBP-10018' | 'OBP-01000' | 'OBP-50019'
}

/** Update Consumer LogoURL `OBPv5.1.0-updateConsumerLogoURL` */
export interface UpdateConsumerLogoURLV510 {
  path: 'CONSUMER_ID'
  query: never
  body: {
    logo_url: string
  }
  answer: {
    consumer_id: string
    app_name: string
    app_type: string
    description: string
    developer_email: string
    redirect_url: string
    created_by_user: {
      user_id: string
      email: string
      provider_id: string
      provider: string
      username: string
    } | null
    enabled: boolean
    created: string
    company: string
    certificate_pem: string
    certificate_info?: {
      subject_domain_name: string
      issuer_domain_name: string
      not_before: string
      not_after: string
    }
    logo_url: string
  }
  code: 'OBP-20001' | 'OBP-20006' | 'OBP-10001' | 'OBP-30019' | 'OBP-50000' | 'OBP-20023' | 'OBP-09014' | 'OBP-10404' | 'OBP-09016' | 'OBP-09017' | 'OBP-10018' | 'OBP-01000' | 'OBP-50019'
}

/** Update Consumer Certificate `OBPv5.1.0-updateConsumerCertificate` */
export interface UpdateConsumerCertificateV510 {
  path: 'CONSUMER_ID'
  query: never
  body: {
    certificate: string
  }
  answer: {
    consumer_id: string
    app_name: string
    app_type: string
    description: string
    developer_email: string
    redirect_url: string
    created_by_user: {
      user_id: string
      email: string
      provider_id: string
      provider: string
      username: string
    } | null
    enabled: boolean
    created: string
    company: string
    certificate_pem: string
    certificate_info?: {
      subject_domain_name: string
      issuer_domain_name: string
      not_before: string
      not_after: string
    }
    logo_url: string
  }
  code: 'OBP-20001' | 'OBP-20006' | 'OBP-10001' | 'OBP-30019' | 'OBP-50000' | 'OBP-20023' | 'OBP-09014' | 'OBP-10404' | 'OBP-09016' | 'OBP-09017' | 'OBP-10018' | 'OBP-01000' | 'OBP-50019'
}

/** Update Consumer Name `OBPv5.1.0-updateConsumerName` */
export interface UpdateConsumerNameV510 {
  path: 'CONSUMER_ID'
  query: never
  body: {
    app_name: string
  }
  answer: {
    consumer_id: string
    app_name: string
    app_type: string
    description: string
    developer_email: string
    redirect_url: string
    created_by_user: {
      user_id: string
      email: string
      provider_id: string
      provider: string
      username: string
    } | null
    enabled: boolean
    created: string
    company: string
    certificate_pem: string
    certificate_info?: {
      subject_domain_name: string
      issuer_domain_name: string
      not_before: string
      not_after: string
    }
    logo_url: string
  }
  code: 'OBP-20001' | 'OBP-20006' | 'OBP-10001' | 'OBP-30019' | 'OBP-50000' | 'OBP-20023' | 'OBP-09014' | 'OBP-10404' | 'OBP-09016' | 'OBP-09017' | 'OBP-10018' | 'OBP-01000' | 'OBP-50019'
}

/** Enable or Disable Consumers `OBPv2.1.0-enableDisableConsumers` */
export interface EnableDisableConsumersV210 {
  path: 'CONSUMER_ID'
  query: never
  body: {
    enabled: boolean
  }
  answer: {
    enabled: boolean
  }
  code: 'OBP-20001' | 'OBP-20006' | 'OBP-10001' | 'OBP-30019' | 'OBP-50000' | 'OBP-20023' | 'OBP-09014' | 'OBP-10404' | 'OBP-09016' | 'OBP-09017' | 'OBP-10018' | 'OBP-01000' | 'OBP-50019'
}

/** Enable or Disable Consumers `OBPv3.1.0-enableDisableConsumers` */
export interface EnableDisableConsumersV310 {
  path: 'CONSUMER_ID'
  query: never
  body: {
    enabled: boolean
  }
  answer: {
    enabled: boolean
  }
  code: 'OBP-20001' | 'OBP-20006' | 'OBP-10001' | 'OBP-30019' | 'OBP-50000' | 'OBP-20023' | 'OBP-09014' | 'OBP-10404' | 'OBP-09016' | 'OBP-09017' | 'OBP-10018' | 'OBP-01000' | 'OBP-50019'
}

/** Set Calls Limit for a Consumer `OBPv3.1.0-callsLimit` */
export interface CallsLimitV310 {
  path: 'CONSUMER_ID'
  query: never
  body: {
    from_date: string
    to_date: string
    per_second_call_limit: string
    per_minute_call_limit: string
    per_hour_call_limit: string
    per_day_call_limit: string
    per_week_call_limit: string
    per_month_call_limit: string
  }
  answer: {
    from_date: string
    to_date: string
    per_second_call_limit: string
    per_minute_call_limit: string
    per_hour_call_limit: string
    per_day_call_limit: string
    per_week_call_limit: string
    per_month_call_limit: string
  }
  code: 'OBP-20001' | 'OBP-20006' | 'OBP-10001' | 'OBP-30019' | 'OBP-50000' | 'OBP-20023' | 'OBP-09014' | 'OBP-10404' | 'OBP-09016' | 'OBP-09017' | 'OBP-10018' | 'OBP-01000' | 'OBP-50019'
}

/** Set Rate Limits (call limits) per Consumer `OBPv4.0.0-callsLimit` */
export interface CallsLimitV400 {
  path: 'CONSUMER_ID'
  query: never
  body: {
    from_date: string
    to_date: string
    per_second_call_limit: string
    per_minute_call_limit: string
    per_hour_call_limit: string
    per_day_call_limit: string
    per_week_call_limit: string
    per_month_call_limit: string
    api_version?: string | null | undefined
    api_name?: string | null | undefined
    bank_id?: string | null | undefined
  }
  answer: {
    from_date: string
    to_date: string
    per_second_call_limit: string
    per_minute_call_limit: string
    per_hour_call_limit: string
    per_day_call_limit: string
    per_week_call_limit: string
    per_month_call_limit: string
    api_version: string | null
    api_name: string | null
    bank_id: string | null
  }
  code: 'OBP-20001' | 'OBP-20006' | 'OBP-10001' | 'OBP-30019' | 'OBP-50000' | 'OBP-20023' | 'OBP-09014' | 'OBP-10404' | 'OBP-09016' | 'OBP-09017' | 'OBP-10018' | 'OBP-01000' | 'OBP-50019'
}

/** Get Call Limits for a Consumer `OBPv3.1.0-getCallsLimit` */
export interface GetCallsLimitV310 {
  path: 'CONSUMER_ID'
  query: never
  body: never
  answer: {
    per_second_call_limit: string
    per_minute_call_limit: string
    per_hour_call_limit: string
    per_day_call_limit: string
    per_week_call_limit: string
    per_month_call_limit: string
    current_state: {
      per_second: {
        calls_made?: number
        reset_in_seconds?: number
      }
      per_minute: {
        calls_made?: number
        reset_in_seconds?: number
      }
      per_hour: {
        calls_made?: number
        reset_in_seconds?: number
      }
      per_day: {
        calls_made?: number
        reset_in_seconds?: number
      }
      per_week: {
        calls_made?: number
        reset_in_seconds?: number
      }
      per_month: {
        calls_made?: number
        reset_in_seconds?: number
      }
    }
  }
  code: 'OBP-20001' | 'OBP-20006' | 'OBP-30019' | 'OBP-50000' | 'OBP-20023' | 'OBP-09016' | 'OBP-09017' | 'OBP-10018' | 'OBP-01000' | 'OBP-50019'
}

/** Get Rate Limiting Info `OBPv3.1.0-getRateLimitingInfo` */
export interface GetRateLimitingInfoV310 {
  path: never
  query: never
  body: never
  answer: {
    enabled: boolean
    technology: string
    service_available: boolean
    is_active: boolean
  }
  code: 'OBP-50000' | 'OBP-09016' | 'OBP-09017' | 'OBP-10018' | 'OBP-01000' | 'OBP-50019'
}

/** Create Rate Limits for a Consumer `OBPv6.0.0-createCallLimits` */
export interface CreateCallLimitsV600 {
  path: 'CONSUMER_ID'
  query: never
  body: {
    from_date: string
    to_date: string
    per_second_call_limit: string
    per_minute_call_limit: string
    per_hour_call_limit: string
    per_day_call_limit: string
    per_week_call_limit: string
    per_month_call_limit: string
    api_version?: string | null | undefined
    api_name?: string | null | undefined
    bank_id?: string | null | undefined
  }
  answer: {
    rate_limiting_id: string
    from_date: string
    to_date: string
    per_second_call_limit: string
    per_minute_call_limit: string
    per_hour_call_limit: string
    per_day_call_limit: string
    per_week_call_limit: string
    per_month_call_limit: string
    api_version: string | null
    api_name: string | null
    bank_id: string | null
    created_at: string
    updated_at: string
  }
  code: 'OBP-20001' | 'OBP-20006' | 'OBP-10001' | 'OBP-30019' | 'OBP-50000' | 'OBP-20023' | 'OBP-09014' | 'OBP-10404' | 'OBP-09016' | 'OBP-09017' | 'OBP-10018' | 'OBP-01000' | 'OBP-50019'
}

/** Update Rate Limits of a Consumer `OBPv6.0.0-updateRateLimits` */
export interface UpdateRateLimitsV600 {
  path: 'CONSUMER_ID' | 'RATE_LIMITING_ID'
  query: never
  body: {
    from_date: string
    to_date: string
    per_second_call_limit: string
    per_minute_call_limit: string
    per_hour_call_limit: string
    per_day_call_limit: string
    per_week_call_limit: string
    per_month_call_limit: string
    api_version?: string | null | undefined
    api_name?: string | null | undefined
    bank_id?: string | null | undefined
  }
  answer: {
    rate_limiting_id: string
    from_date: string
    to_date: string
    per_second_call_limit: string
    per_minute_call_limit: string
    per_hour_call_limit: string
    per_day_call_limit: string
    per_week_call_limit: string
    per_month_call_limit: string
    api_version: string | null
    api_name: string | null
    bank_id: string | null
    created_at: string
    updated_at: string
  }
  code: 'OBP-20001' | 'OBP-20006' | 'OBP-10001' | 'OBP-30019' | 'OBP-50000' | 'OBP-20023' | 'OBP-09014' | 'OBP-10404' | 'OBP-09016' | 'OBP-09017' | 'OBP-10018' | 'OBP-01000' | 'OBP-50019'
}

/** Delete Rate Limits of a Consumer `OBPv6.0.0-deleteCallLimits` */
export interface DeleteCallLimitsV600 {
  path: 'CONSUMER_ID' | 'RATE_LIMITING_ID'
  query: never
  body: never
  answer: undefined
  code: 'OBP-20001' | 'OBP-20006' | 'OBP-30019' | 'OBP-50000' | 'OBP-20023' | 'OBP-10404' | 'OBP-10001' | 'OBP-09016' | 'OBP-09017' | 'OBP-10018' | 'OBP-01000' | 'OBP-50019'
}

/** Get Active Rate Limits (Current) `OBPv6.0.0-getActiveRateLimitsNow` */
export interface GetActiveRateLimitsNowV600 {
  path: 'CONSUMER_ID'
  query: never
  body: never
  answer: {
    considered_rate_limit_ids: string[]
    active_at_date: string
    active_per_second_rate_limit: number
    active_per_minute_rate_limit: number
    active_per_hour_rate_limit: number
    active_per_day_rate_limit: number
    active_per_week_rate_limit: number
    active_per_month_rate_limit: number
  }
  code: 'OBP-20001' | 'OBP-20006' | 'OBP-30019' | 'OBP-50000' | 'OBP-20023' | 'OBP-09016' | 'OBP-09017' | 'OBP-10018' | 'OBP-01000' | 'OBP-50019'
}

/** Get Active Rate Limits for Hour `OBPv6.0.0-getActiveRateLimitsAtDate` */
export interface GetActiveRateLimitsAtDateV600 {
  path: 'CONSUMER_ID' | 'DATE_WITH_HOUR'
  query: never
  body: never
  answer: {
    considered_rate_limit_ids: string[]
    active_at_date: string
    active_per_second_rate_limit: number
    active_per_minute_rate_limit: number
    active_per_hour_rate_limit: number
    active_per_day_rate_limit: number
    active_per_week_rate_limit: number
    active_per_month_rate_limit: number
  }
  code: 'OBP-20001' | 'OBP-20006' | 'OBP-10005' | 'OBP-30019' | 'OBP-50000' | 'OBP-20023' | 'OBP-09016' | 'OBP-09017' | 'OBP-10018' | 'OBP-01000' | 'OBP-50019'
}

/** Get Call Counters of a Consumer `OBPv6.0.0-getConsumerCallCounters` */
export interface GetConsumerCallCountersV600 {
  path: 'CONSUMER_ID'
  query: never
  body: never
  answer: {
    per_second: {
      calls_made?: number
      reset_in_seconds?: number
      status: string
    }
    per_minute: {
      calls_made?: number
      reset_in_seconds?: number
      status: string
    }
    per_hour: {
      calls_made?: number
      reset_in_seconds?: number
      status: string
    }
    per_day: {
      calls_made?: number
      reset_in_seconds?: number
      status: string
    }
    per_week: {
      calls_made?: number
      reset_in_seconds?: number
      status: string
    }
    per_month: {
      calls_made?: number
      reset_in_seconds?: number
      status: string
    }
  }
  code: 'OBP-20001' | 'OBP-20006' | 'OBP-30019' | 'OBP-50000' | 'OBP-20023' | 'OBP-09016' | 'OBP-09017' | 'OBP-10018' | 'OBP-01000' | 'OBP-50019'
}

/** Create a JSON Schema Validation `OBPv4.0.0-createJsonSchemaValidation` */
export interface CreateJsonSchemaValidationV400 {
  path: 'OPERATION_ID'
  query: never
  body: unknown
  answer: {
    operation_id: string
    json_schema: Record<string, unknown>
  }
  code: 'OBP-20001' | 'OBP-20006' | 'OBP-10001' | 'OBP-40026' | 'OBP-40029' | 'OBP-50000' | 'OBP-20023' | 'OBP-09014' | 'OBP-10404' | 'OBP-09016' | 'OBP-09017' | 'OBP-10018' | 'OBP-01000' | 'OBP-50019'
}

/** Update a JSON Schema Validation `OBPv4.0.0-updateJsonSchemaValidation` */
export interface UpdateJsonSchemaValidationV400 {
  path: 'OPERATION_ID'
  query: never
  body: unknown
  answer: {
    operation_id: string
    json_schema: Record<string, unknown>
  }
  code: 'OBP-20001' | 'OBP-20006' | 'OBP-10001' | 'OBP-40026' | 'OBP-40027' | 'OBP-50000' | 'OBP-20023' | 'OBP-09014' | 'OBP-10404' | 'OBP-09016' | 'OBP-09017' | 'OBP-10018' | 'OBP-01000' | 'OBP-50019'
}

/** Delete a JSON Schema Validation `OBPv4.0.0-deleteJsonSchemaValidation` */
export interface DeleteJsonSchemaValidationV400 {
  path: 'OPERATION_ID'
  query: never
  body: never
  answer: boolean
  code: 'OBP-20001' | 'OBP-20006' | 'OBP-40027' | 'OBP-50000' | 'OBP-20023' | 'OBP-10404' | 'OBP-10001' | 'OBP-09016' | 'OBP-09017' | 'OBP-10018' | 'OBP-01000' | 'OBP-50019'
}

/** Get a JSON Schema Validation `OBPv4.0.0-getJsonSchemaValidation` */
export interface GetJsonSchemaValidationV400 {
  path: 'OPERATION_ID'
  query: never
  body: never
  answer: {
    operation_id: string
    json_schema: Record<string, unknown>
  }
  code: 'OBP-20001' | 'OBP-20006' | 'OBP-40027' | 'OBP-50000' | 'OBP-20023' | 'OBP-09016' | 'OBP-09017' | 'OBP-10018' | 'OBP-01000' | 'OBP-50019'
}

/** Get all JSON Schema Validations `OBPv4.0.0-getAllJsonSchemaValidations` */
export interface GetAllJsonSchemaValidationsV400 {
  path: never
  query: never
  body: never
  answer: {
    json_schema_validations: {
      operation_id: string
      json_schema: Record<string, unknown>
    }[]
  }
  code: 'OBP-20001' | 'OBP-20006' | 'OBP-50000' | 'OBP-20023' | 'OBP-09016' | 'OBP-09017' | 'OBP-10018' | 'OBP-01000' | 'OBP-50019'
}

/** Get all JSON Schema Validations - public `OBPv4.0.0-getAllJsonSchemaValidationsPublic` */
export interface GetAllJsonSchemaValidationsPublicV400 {
  path: never
  query: never
  body: never
  answer: {
    json_schema_validations: {
      operation_id: string
      json_schema: Record<string, unknown>
    }[]
  }
  code: 'OBP-50000' | 'OBP-09016' | 'OBP-09017' | 'OBP-10018' | 'OBP-01000' | 'OBP-50019'
}

/** Create a Authentication Type Validation `OBPv4.0.0-createAuthenticationTypeValidation` */
export interface CreateAuthenticationTypeValidationV400 {
  path: 'OPERATION_ID'
  query: never
  body: unknown
  answer: {
    operation_id: string
    allowed_authentication_types: string[]
  }
  code: 'OBP-20001' | 'OBP-20006' | 'OBP-10001' | 'OBP-40030' | 'OBP-40034' | 'OBP-40029' | 'OBP-50000' | 'OBP-20023' | 'OBP-09014' | 'OBP-10404' | 'OBP-09016' | 'OBP-09017' | 'OBP-10018' | 'OBP-01000' | 'OBP-50019'
}

/** Update a Authentication Type Validation `OBPv4.0.0-updateAuthenticationTypeValidation` */
export interface UpdateAuthenticationTypeValidationV400 {
  path: 'OPERATION_ID'
  query: never
  body: unknown
  answer: {
    operation_id: string
    allowed_authentication_types: string[]
  }
  code: 'OBP-20001' | 'OBP-20006' | 'OBP-10001' | 'OBP-40030' | 'OBP-40034' | 'OBP-40032' | 'OBP-50000' | 'OBP-20023' | 'OBP-09014' | 'OBP-10404' | 'OBP-09016' | 'OBP-09017' | 'OBP-10018' | 'OBP-01000' | 'OBP-50019'
}

/** Delete a Authentication Type Validation `OBPv4.0.0-deleteAuthenticationTypeValidation` */
export interface DeleteAuthenticationTypeValidationV400 {
  path: 'OPERATION_ID'
  query: never
  body: never
  answer: boolean
  code: 'OBP-20001' | 'OBP-20006' | 'OBP-40032' | 'OBP-50000' | 'OBP-20023' | 'OBP-10404' | 'OBP-10001' | 'OBP-09016' | 'OBP-09017' | 'OBP-10018' | 'OBP-01000' | 'OBP-50019'
}

/** Get a Authentication Type Validation `OBPv4.0.0-getAuthenticationTypeValidation` */
export interface GetAuthenticationTypeValidationV400 {
  path: 'OPERATION_ID'
  query: never
  body: never
  answer: {
    operation_id: string
    allowed_authentication_types: string[]
  }
  code: 'OBP-20001' | 'OBP-20006' | 'OBP-40032' | 'OBP-50000' | 'OBP-20023' | 'OBP-09016' | 'OBP-09017' | 'OBP-10018' | 'OBP-01000' | 'OBP-50019'
}

/** Get all Authentication Type Validations `OBPv4.0.0-getAllAuthenticationTypeValidations` */
export interface GetAllAuthenticationTypeValidationsV400 {
  path: never
  query: never
  body: never
  answer: {
    authentication_types_validations: {
      operation_id: string
      allowed_authentication_types: string[]
    }[]
  }
  code: 'OBP-20001' | 'OBP-20006' | 'OBP-50000' | 'OBP-20023' | 'OBP-09016' | 'OBP-09017' | 'OBP-10018' | 'OBP-01000' | 'OBP-50019'
}

/** Get all Authentication Type Validations - public `OBPv4.0.0-getAllAuthenticationTypeValidationsPublic` */
export interface GetAllAuthenticationTypeValidationsPublicV400 {
  path: never
  query: never
  body: never
  answer: {
    authentication_types_validations: {
      operation_id: string
      allowed_authentication_types: string[]
    }[]
  }
  code: 'OBP-50000' | 'OBP-09016' | 'OBP-09017' | 'OBP-10018' | 'OBP-01000' | 'OBP-50019'
}

/** Get API Configuration `OBPv2.2.0-config` */
export interface ConfigV220 {
  path: never
  query: never
  body: never
  answer: {
    akka: {
      ports: {
        property: string
        value: string
      }[]
      log_level: string
      remote_data_secret_matched: boolean
    }
    elastic_search: {
      metrics: string[]
      warehouse: string[]
    }
    cache: {
      function_name: string
      ttl_in_seconds: number
    }[]
    scopes: {
      require_scopes_for_all_roles: boolean
      require_scopes_for_listed_roles: string[]
    }
  }
  code: 'OBP-20001' | 'OBP-20006' | 'OBP-50000' | 'OBP-20023' | 'OBP-09016' | 'OBP-09017' | 'OBP-10018' | 'OBP-01000' | 'OBP-50019'
}

/** Get API Configuration `OBPv3.1.0-config` */
export interface ConfigV310 {
  path: never
  query: never
  body: never
  answer: {
    default_bank_id: string
    akka: {
      ports: {
        property: string
        value: string
      }[]
      log_level: string
      remote_data_secret_matched: boolean
    }
    elastic_search: {
      metrics: string[]
      warehouse: string[]
    }
    cache: {
      function_name: string
      ttl_in_seconds: number
    }[]
    scopes: {
      require_scopes_for_all_roles: boolean
      require_scopes_for_listed_roles: string[]
    }
    grpc_port: number
  }
  code: 'OBP-20001' | 'OBP-20006' | 'OBP-50000' | 'OBP-20023' | 'OBP-09016' | 'OBP-09017' | 'OBP-10018' | 'OBP-01000' | 'OBP-50019'
}

/** Get Features `OBPv6.0.0-getFeatures` */
export interface GetFeaturesV600 {
  path: never
  query: never
  body: never
  answer: {
    allow_public_views: boolean
    allow_abac_account_access: boolean
    allow_account_firehose: boolean
    allow_customer_firehose: boolean
    allow_direct_login: boolean
    allow_gateway_login: boolean
    allow_oauth2_login: boolean
    allow_dauth: boolean
    allow_sandbox_account_creation: boolean
    allow_sandbox_data_import: boolean
    allow_account_deletion: boolean
    allow_just_in_time_entitlements: boolean
  }
  code: 'OBP-50000' | 'OBP-09016' | 'OBP-09017' | 'OBP-10018' | 'OBP-01000' | 'OBP-50019'
}

/** Get JSON Web Key (JWK) URIs `OBPv3.1.0-getOAuth2ServerJWKsURIs` */
export interface GetOAuth2ServerJWKsURIsV310 {
  path: never
  query: never
  body: never
  answer: {
    jwks_uris: {
      jwks_uri: string
    }[]
  }
  code: 'OBP-50000' | 'OBP-09016' | 'OBP-09017' | 'OBP-10018' | 'OBP-01000' | 'OBP-50019'
}

/** Get Well Known URIs `OBPv5.1.0-getOAuth2ServerWellKnown` */
export interface GetOAuth2ServerWellKnownV510 {
  path: never
  query: never
  body: never
  answer: {
    well_known_uris: {
      provider: string
      url: string
    }[]
  }
  code: 'OBP-50000' | 'OBP-09016' | 'OBP-09017' | 'OBP-10018' | 'OBP-01000' | 'OBP-50019'
}

/** Get Suggested Session Timeout `OBPv5.1.0-suggestedSessionTimeout` */
export interface SuggestedSessionTimeoutV510 {
  path: never
  query: never
  body: never
  answer: {
    timeout_in_seconds: string
  }
  code: 'OBP-50000' | 'OBP-09016' | 'OBP-09017' | 'OBP-10018' | 'OBP-01000' | 'OBP-50019'
}

/** Get WebUiProps (Management) `OBPv3.1.0-getWebUiProps` */
export interface GetWebUiPropsV310 {
  path: never
  query: {
    active?: boolean | undefined
  }
  body: never
  answer: {
    webui_props: {
      name: string
      value: string
      web_ui_props_id: string
    }[]
  }
  code: 'OBP-20001' | 'OBP-20006' | 'OBP-10016' | 'OBP-50000' | 'OBP-20023' | 'OBP-09016' | 'OBP-09017' | 'OBP-10018' | 'OBP-01000' | 'OBP-50019'
}

/** Get WebUiProps `OBPv5.1.0-getWebUiProps` */
export interface GetWebUiPropsV510 {
  path: never
  query: {
    active?: boolean | undefined
  }
  body: never
  answer: {
    webui_props: {
      name: string
      value: string
      web_ui_props_id: string
    }[]
  }
  code: 'OBP-10016' | 'OBP-50000' | 'OBP-09016' | 'OBP-09017' | 'OBP-10018' | 'OBP-01000' | 'OBP-50019'
}

/** Get WebUiProps `OBPv6.0.0-getWebUiProps` */
export interface GetWebUiPropsV600 {
  path: never
  query: {
    what?: 'active' | 'database' | 'config' | undefined
  }
  body: never
  answer: {
    webui_props: {
      name: string
      value: string
      web_ui_props_id: string
      webUiPropsId: string
      source: string
    }[]
  }
  code: 'OBP-10016' | 'OBP-50000' | 'OBP-09016' | 'OBP-09017' | 'OBP-10018' | 'OBP-01000' | 'OBP-50019'
}

/** Get WebUiProp by Name `OBPv6.0.0-getWebUiProp` */
export interface GetWebUiPropV600 {
  path: 'WEBUI_PROP_NAME'
  query: {
    active?: boolean | undefined
  }
  body: never
  answer: {
    name: string
    value: string
    web_ui_props_id: string
    webUiPropsId: string
    source: string
  }
  code: 'OBP-10016' | 'OBP-08003' | 'OBP-50000' | 'OBP-09016' | 'OBP-09017' | 'OBP-10018' | 'OBP-01000' | 'OBP-50019'
}

/** Create WebUiProps `OBPv3.1.0-createWebUiProps` */
export interface CreateWebUiPropsV310 {
  path: never
  query: never
  body: {
    name: string
    value: string
  }
  answer: {
    name: string
    value: string
    web_ui_props_id: string
  }
  code: 'OBP-20001' | 'OBP-20006' | 'OBP-10001' | 'OBP-08001' | 'OBP-50000' | 'OBP-20023' | 'OBP-09014' | 'OBP-10404' | 'OBP-09016' | 'OBP-09017' | 'OBP-10018' | 'OBP-01000' | 'OBP-50019'
}

/** Create or Update WebUiProps `OBPv6.0.0-createOrUpdateWebUiProps` */
export interface CreateOrUpdateWebUiPropsV600 {
  path: 'WEBUI_PROP_NAME'
  query: never
  body: {
    value: string
  }
  answer: {
    name: string
    value: string
    web_ui_props_id: string
    webUiPropsId: string
    source: string
  }
  code: 'OBP-20001' | 'OBP-20006' | 'OBP-10001' | 'OBP-08001' | 'OBP-50000' | 'OBP-20023' | 'OBP-09014' | 'OBP-10404' | 'OBP-09016' | 'OBP-09017' | 'OBP-10018' | 'OBP-01000' | 'OBP-50019'
}

/** Delete WebUiProps `OBPv3.1.0-deleteWebUiProps` */
export interface DeleteWebUiPropsV310 {
  path: 'WEB_UI_PROPS_ID'
  query: never
  body: never
  answer: undefined
  code: 'OBP-20001' | 'OBP-20006' | 'OBP-08002' | 'OBP-50000' | 'OBP-20023' | 'OBP-10404' | 'OBP-10001' | 'OBP-09016' | 'OBP-09017' | 'OBP-10018' | 'OBP-01000' | 'OBP-50019'
}

/** Delete WebUiProps `OBPv6.0.0-deleteWebUiProps` */
export interface DeleteWebUiPropsV600 {
  path: 'WEBUI_PROP_NAME'
  query: never
  body: never
  answer: undefined
  code: 'OBP-20001' | 'OBP-20006' | 'OBP-08003' | 'OBP-50000' | 'OBP-20023' | 'OBP-10404' | 'OBP-10001' | 'OBP-09016' | 'OBP-09017' | 'OBP-10018' | 'OBP-01000' | 'OBP-50019'
}

/** Get Metrics `OBPv2.1.0-getMetrics` */
export interface GetMetricsV210 {
  path: never
  query: {
    anon?: boolean | undefined
    duration?: number | undefined
    bank_id?: string | undefined
    consumer_id?: string | undefined
    user_id?: string | undefined
    url?: string | undefined
    app_name?: string | undefined
    implemented_by_partial_function?: string | undefined
    implemented_in_version?: string | undefined
    verb?: string | undefined
    correlation_id?: string | undefined
    http_status_code?: string | undefined
    include_app_names?: string | undefined
    include_url_patterns?: string | undefined
    include_implemented_by_partial_functions?: string | undefined
    exclude_app_names?: string | undefined
    exclude_url_patterns?: string | undefined
    exclude_implemented_by_partial_functions?: string | undefined
    limit?: number | undefined
    offset?: number | undefined
    sort_direction?: 'asc' | 'desc' | undefined
    from_date?: string | undefined
    to_date?: string | undefined
  }
  body: never
  answer: {
    metrics: {
      user_id: string | null
      url: string
      date: string
      user_name: string | null
      app_name: string | null
      developer_email: string | null
      implemented_by_partial_function: string
      implemented_in_version: string
      consumer_id: string | null
      verb: string
      correlation_id: string
      duration: number
    }[]
  }
  code: 'OBP-20001' | 'OBP-20006' | 'OBP-10016' | 'OBP-01000' | 'OBP-50000' | 'OBP-20023' | 'OBP-09016' | 'OBP-09017' | 'OBP-10018' | 'OBP-50019'
}

/** Get Metrics `OBPv5.1.0-getMetrics` */
export interface GetMetricsV510 {
  path: never
  query: {
    anon?: boolean | undefined
    duration?: number | undefined
    bank_id?: string | undefined
    consumer_id?: string | undefined
    user_id?: string | undefined
    url?: string | undefined
    app_name?: string | undefined
    implemented_by_partial_function?: string | undefined
    implemented_in_version?: string | undefined
    verb?: string | undefined
    correlation_id?: string | undefined
    http_status_code?: string | undefined
    include_app_names?: string | undefined
    include_url_patterns?: string | undefined
    include_implemented_by_partial_functions?: string | undefined
    exclude_app_names?: string | undefined
    exclude_url_patterns?: string | undefined
    exclude_implemented_by_partial_functions?: string | undefined
    limit?: number | undefined
    offset?: number | undefined
    sort_direction?: 'asc' | 'desc' | undefined
    from_date?: string | undefined
    to_date?: string | undefined
  }
  body: never
  answer: {
    metrics: {
      user_id: string | null
      url: string
      date: string
      user_name: string | null
      app_name: string | null
      developer_email: string | null
      implemented_by_partial_function: string
      implemented_in_version: string
      consumer_id: string | null
      verb: string
      correlation_id: string
      duration: number
      source_ip: string
      target_ip: string
      response_body: string
    }[]
  }
  code: 'OBP-20001' | 'OBP-20006' | 'OBP-10016' | 'OBP-01000' | 'OBP-50000' | 'OBP-20023' | 'OBP-09016' | 'OBP-09017' | 'OBP-10018' | 'OBP-50019'
}

/** Get Metrics `OBPv6.0.0-getMetrics` */
export interface GetMetricsV600 {
  path: never
  query: {
    anon?: boolean | undefined
    duration?: number | undefined
    bank_id?: string | undefined
    consumer_id?: string | undefined
    user_id?: string | undefined
    url?: string | undefined
    app_name?: string | undefined
    implemented_by_partial_function?: string | undefined
    implemented_in_version?: string | undefined
    verb?: string | undefined
    correlation_id?: string | undefined
    http_status_code?: string | undefined
    include_app_names?: string | undefined
    include_url_patterns?: string | undefined
    include_implemented_by_partial_functions?: string | undefined
    exclude_app_names?: string | undefined
    exclude_url_patterns?: string | undefined
    exclude_implemented_by_partial_functions?: string | undefined
    sort_by?: 'date' | 'url' | 'username' | 'user_name' | 'app_name' | 'developer_email' | 'implemented_by_partial_function' | 'implemented_in_version' | 'consumer_id' | 'verb' | undefined
    limit?: number | undefined
    offset?: number | undefined
    sort_direction?: 'asc' | 'desc' | undefined
    from_date?: string | undefined
    to_date?: string | undefined
  }
  body: never
  answer: {
    metrics: {
      user_id: string | null
      url: string
      date: string
      app_name: string | null
      developer_email: string | null
      implemented_by_partial_function: string
      implemented_in_version: string
      consumer_id: string | null
      verb: string
      correlation_id: string
      duration: number
      username: string | null
      source_ip: string
      target_ip: string
      response_body: string
      status_code: number
      operation_id: string
      api_instance_id: string
    }[]
  }
  code: 'OBP-20001' | 'OBP-20006' | 'OBP-10016' | 'OBP-01000' | 'OBP-50000' | 'OBP-20023' | 'OBP-09016' | 'OBP-09017' | 'OBP-10018' | 'OBP-50019'
}

/** Get Metrics at Bank `OBPv5.0.0-getMetricsAtBank` */
export interface GetMetricsAtBankV500 {
  path: 'BANK_ID'
  query: {
    anon?: boolean | undefined
    duration?: number | undefined
    consumer_id?: string | undefined
    user_id?: string | undefined
    url?: string | undefined
    app_name?: string | undefined
    implemented_by_partial_function?: string | undefined
    implemented_in_version?: string | undefined
    verb?: string | undefined
    correlation_id?: string | undefined
    http_status_code?: string | undefined
    include_app_names?: string | undefined
    include_url_patterns?: string | undefined
    include_implemented_by_partial_functions?: string | undefined
    exclude_app_names?: string | undefined
    exclude_url_patterns?: string | undefined
    exclude_implemented_by_partial_functions?: string | undefined
    limit?: number | undefined
    offset?: number | undefined
    sort_direction?: 'asc' | 'desc' | undefined
    from_date?: string | undefined
    to_date?: string | undefined
  }
  body: never
  answer: {
    metrics: {
      user_id: string | null
      url: string
      date: string
      user_name: string | null
      app_name: string | null
      developer_email: string | null
      implemented_by_partial_function: string
      implemented_in_version: string
      consumer_id: string | null
      verb: string
      correlation_id: string
      duration: number
    }[]
  }
  code: 'OBP-20001' | 'OBP-30001' | 'OBP-20006' | 'OBP-10016' | 'OBP-01000' | 'OBP-50000' | 'OBP-20023' | 'OBP-50200' | 'OBP-09016' | 'OBP-09017' | 'OBP-10018' | 'OBP-50019'
}

/** Get Aggregate Metrics `OBPv3.0.0-getAggregateMetrics` */
export interface GetAggregateMetricsV300 {
  path: never
  query: {
    anon?: boolean | undefined
    duration?: number | undefined
    bank_id?: string | undefined
    consumer_id?: string | undefined
    user_id?: string | undefined
    url?: string | undefined
    app_name?: string | undefined
    implemented_by_partial_function?: string | undefined
    implemented_in_version?: string | undefined
    verb?: string | undefined
    correlation_id?: string | undefined
    http_status_code?: string | undefined
    include_app_names?: string | undefined
    include_url_patterns?: string | undefined
    include_implemented_by_partial_functions?: string | undefined
    exclude_app_names?: string | undefined
    exclude_url_patterns?: string | undefined
    exclude_implemented_by_partial_functions?: string | undefined
    from_date?: string | undefined
    to_date?: string | undefined
  }
  body: never
  answer: {
    count: number
    average_response_time: number
    minimum_response_time: number
    maximum_response_time: number
  }[]
  code: 'OBP-20001' | 'OBP-20006' | 'OBP-10016' | 'OBP-01000' | 'OBP-50000' | 'OBP-20023' | 'OBP-09016' | 'OBP-09017' | 'OBP-10018' | 'OBP-50019'
}

/** Get Aggregate Metrics `OBPv5.1.0-getAggregateMetrics` */
export interface GetAggregateMetricsV510 {
  path: never
  query: {
    anon?: boolean | undefined
    duration?: number | undefined
    bank_id?: string | undefined
    consumer_id?: string | undefined
    user_id?: string | undefined
    url?: string | undefined
    app_name?: string | undefined
    implemented_by_partial_function?: string | undefined
    implemented_in_version?: string | undefined
    verb?: string | undefined
    correlation_id?: string | undefined
    http_status_code?: string | undefined
    include_app_names?: string | undefined
    include_url_patterns?: string | undefined
    include_implemented_by_partial_functions?: string | undefined
    exclude_app_names?: string | undefined
    exclude_url_patterns?: string | undefined
    exclude_implemented_by_partial_functions?: string | undefined
    from_date?: string | undefined
    to_date?: string | undefined
  }
  body: never
  answer: {
    count: number
    average_response_time: number
    minimum_response_time: number
    maximum_response_time: number
  }[]
  code: 'OBP-20001' | 'OBP-20006' | 'OBP-10016' | 'OBP-01000' | 'OBP-50000' | 'OBP-20023' | 'OBP-09016' | 'OBP-09017' | 'OBP-10018' | 'OBP-50019'
}

/** Get Aggregate Metrics `OBPv6.0.0-getAggregateMetrics` */
export interface GetAggregateMetricsV600 {
  path: never
  query: {
    /** @deprecated */
    exclude_app_names?: string | undefined
    /** @deprecated */
    exclude_url_patterns?: string | undefined
    /** @deprecated */
    exclude_implemented_by_partial_functions?: string | undefined
    anon?: boolean | undefined
    duration?: number | undefined
    bank_id?: string | undefined
    consumer_id?: string | undefined
    user_id?: string | undefined
    url?: string | undefined
    app_name?: string | undefined
    implemented_by_partial_function?: string | undefined
    implemented_in_version?: string | undefined
    verb?: string | undefined
    correlation_id?: string | undefined
    http_status_code?: string | undefined
    include_app_names?: string | undefined
    include_url_patterns?: string | undefined
    include_implemented_by_partial_functions?: string | undefined
    from_date?: string | undefined
    to_date?: string | undefined
  }
  body: never
  answer: {
    count: number
    average_response_time: number
    minimum_response_time: number
    maximum_response_time: number
  }[]
  code: 'OBP-20001' | 'OBP-20006' | 'OBP-10016' | 'OBP-30146' | 'OBP-01000' | 'OBP-50000' | 'OBP-20023' | 'OBP-09016' | 'OBP-09017' | 'OBP-10018' | 'OBP-50019'
}

/** Get Top APIs `OBPv3.1.0-getTopAPIs` */
export interface GetTopAPIsV310 {
  path: never
  query: {
    anon?: boolean | undefined
    duration?: number | undefined
    bank_id?: string | undefined
    consumer_id?: string | undefined
    user_id?: string | undefined
    url?: string | undefined
    app_name?: string | undefined
    implemented_by_partial_function?: string | undefined
    implemented_in_version?: string | undefined
    verb?: string | undefined
    correlation_id?: string | undefined
    http_status_code?: string | undefined
    include_app_names?: string | undefined
    include_url_patterns?: string | undefined
    include_implemented_by_partial_functions?: string | undefined
    exclude_app_names?: string | undefined
    exclude_url_patterns?: string | undefined
    exclude_implemented_by_partial_functions?: string | undefined
    limit?: number | undefined
    offset?: number | undefined
    from_date?: string | undefined
    to_date?: string | undefined
  }
  body: never
  answer: {
    top_apis: {
      count: number
      Implemented_by_partial_function: string
      implemented_in_version: string
    }[]
  }
  code: 'OBP-20001' | 'OBP-20006' | 'OBP-10016' | 'OBP-01000' | 'OBP-50000' | 'OBP-20023' | 'OBP-09016' | 'OBP-09017' | 'OBP-10018' | 'OBP-50019'
}

/** Get Top APIs `OBPv6.0.0-getTopAPIs` */
export interface GetTopAPIsV600 {
  path: never
  query: {
    anon?: boolean | undefined
    duration?: number | undefined
    bank_id?: string | undefined
    consumer_id?: string | undefined
    user_id?: string | undefined
    url?: string | undefined
    app_name?: string | undefined
    implemented_by_partial_function?: string | undefined
    implemented_in_version?: string | undefined
    verb?: string | undefined
    correlation_id?: string | undefined
    http_status_code?: string | undefined
    include_app_names?: string | undefined
    include_url_patterns?: string | undefined
    include_implemented_by_partial_functions?: string | undefined
    exclude_app_names?: string | undefined
    exclude_url_patterns?: string | undefined
    exclude_implemented_by_partial_functions?: string | undefined
    limit?: number | undefined
    offset?: number | undefined
    from_date?: string | undefined
    to_date?: string | undefined
  }
  body: never
  answer: {
    top_apis: {
      count: number
      implemented_by_partial_function: string
      implemented_in_version: string
      operation_id: string
    }[]
  }
  code: 'OBP-20001' | 'OBP-20006' | 'OBP-10016' | 'OBP-01000' | 'OBP-50000' | 'OBP-20023' | 'OBP-09016' | 'OBP-09017' | 'OBP-10018' | 'OBP-50019'
}

/** Get Top Consumers `OBPv3.1.0-getMetricsTopConsumers` */
export interface GetMetricsTopConsumersV310 {
  path: never
  query: {
    anon?: boolean | undefined
    duration?: number | undefined
    bank_id?: string | undefined
    consumer_id?: string | undefined
    user_id?: string | undefined
    url?: string | undefined
    app_name?: string | undefined
    implemented_by_partial_function?: string | undefined
    implemented_in_version?: string | undefined
    verb?: string | undefined
    correlation_id?: string | undefined
    http_status_code?: string | undefined
    include_app_names?: string | undefined
    include_url_patterns?: string | undefined
    include_implemented_by_partial_functions?: string | undefined
    exclude_app_names?: string | undefined
    exclude_url_patterns?: string | undefined
    exclude_implemented_by_partial_functions?: string | undefined
    limit?: number | undefined
    offset?: number | undefined
    from_date?: string | undefined
    to_date?: string | undefined
  }
  body: never
  answer: {
    top_consumers: {
      count: number
      consumer_id: string
      app_name: string
      developer_email: string
    }[]
  }
  code: 'OBP-20001' | 'OBP-20006' | 'OBP-10016' | 'OBP-01000' | 'OBP-50000' | 'OBP-20023' | 'OBP-09016' | 'OBP-09017' | 'OBP-10018' | 'OBP-50019'
}

/** Get Connector Metrics `OBPv2.2.0-getConnectorMetrics` */
export interface GetConnectorMetricsV220 {
  path: never
  query: never
  body: never
  answer: {
    metrics: {
      connector_name: string
      function_name: string
      correlation_id: string
      date: string
      duration: number
    }[]
  }
  code: 'OBP-20001' | 'OBP-20006' | 'OBP-10016' | 'OBP-50000' | 'OBP-20023' | 'OBP-09016' | 'OBP-09017' | 'OBP-10018' | 'OBP-01000' | 'OBP-50019'
}
